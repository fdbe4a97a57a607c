import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { checks } from "../../scripts/checks.mjs";

describe("The checks", () => {
    it("are types, lint, format, and the format of Go where Go is there", () => {
        assert.deepEqual(
            checks(".").map(({ title, optional }) => [title, Boolean(optional)]),
            [
                ["types", false],
                ["lint", false],
                ["format", false],
                ["format of Go", true],
            ],
        );
    });

    it("run tools that are installed", () => {
        for (const { command, args } of checks(".")) {
            assert.ok(command === "gofmt" || existsSync(args[0]), args[0]);
        }
    });
});
