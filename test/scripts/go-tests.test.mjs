import assert from "node:assert/strict";
import { countGoTests } from "../../scripts/go-tests.mjs";

const lines = (...events) => events.map((event) => JSON.stringify(event)).join("\n");

describe("The counts of the Go tests", () => {
    it("are those of tests, not of packages", () => {
        const output = lines(
            { Action: "run", Test: "A" },
            { Action: "pass", Test: "A" },
            { Action: "fail", Test: "B" },
            { Action: "output", Test: "B", Output: "why" },
            { Action: "fail", Package: "p" },
        );
        assert.deepEqual(countGoTests(output, false), { passed: 1, failed: 1 });
    });

    it("hold one failure when it does not compile", () => {
        assert.deepEqual(countGoTests("not JSON\n", false), { passed: 0, failed: 1 });
    });

    it("hold none when Go is content", () => {
        assert.deepEqual(countGoTests(lines({ Action: "pass", Test: "A" }), true), { passed: 1, failed: 0 });
    });
});
