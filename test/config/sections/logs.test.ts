import assert from "node:assert/strict";
import { LOG_RETENTION_DAYS, logRetentionDays } from "../../../config/sections/logs";

describe("config/sections/logs", () => {
    it("takes each number of days that CloudWatch takes, as number and as text, and no other", () => {
        const taken = Array.from({ length: 4000 }, (_, days) => days).filter(
            (days) => logRetentionDays(14).safeParse(String(days)).success,
        );
        assert.deepEqual(taken, [...LOG_RETENTION_DAYS]);
        for (const days of LOG_RETENTION_DAYS) assert.equal(logRetentionDays(14).parse(days), days);
    });
});
