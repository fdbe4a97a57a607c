import * as assert from "node:assert/strict";
import { timestamp } from "../../../sandbox/aws/timestamp";

describe("a timestamp", () => {
    it("is RFC 3339 in whole seconds", () => {
        assert.equal(timestamp(new Date("2026-01-02T03:04:05.678Z")), "2026-01-02T03:04:05Z");
    });
});
