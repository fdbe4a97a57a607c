import * as assert from "node:assert/strict";
import { goTimestamp, timestamp } from "../../../../sandbox/aws/format/timestamp";

describe("a timestamp", () => {
    it("is RFC 3339 in whole seconds", () => {
        assert.equal(timestamp(new Date("2026-01-02T03:04:05.678Z")), "2026-01-02T03:04:05Z");
    });

    it("is what Go prints where the provider leaves it to Go, without zeros at its end", () => {
        const shown = (time: string): string => goTimestamp(new Date(time));
        assert.equal(shown("2026-01-02T03:04:05.678Z"), "2026-01-02 03:04:05.678 +0000 UTC");
        assert.equal(shown("2026-01-02T03:04:05.600Z"), "2026-01-02 03:04:05.6 +0000 UTC");
        assert.equal(shown("2026-01-02T03:04:00.000Z"), "2026-01-02 03:04:00 +0000 UTC");
    });
});
