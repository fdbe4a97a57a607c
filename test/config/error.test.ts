import assert from "node:assert/strict";
import { ConfigError } from "../../config/error";

const ISSUE = {
    key: "core-platform:protect",
    value: false,
    problem: "must be true in prod",
    remedy: "Write true.",
};

describe("config/error", () => {
    it("shows key, value, error and remedy of each issue", () => {
        const error = new ConfigError("Stack prod does not hold", [
            ISSUE,
            { key: "core-platform:owner", value: undefined, problem: "must be a team", remedy: "Name one." },
        ]);
        assert.equal(
            error.message,
            [
                "Stack prod does not hold (2 errors):",
                "",
                "1. core-platform:protect",
                "    value: false",
                "    error: must be true in prod",
                "    to do: Write true.",
                "",
                "2. core-platform:owner",
                "    value: not set",
                "    error: must be a team",
                "    to do: Name one.",
            ].join("\n"),
        );
    });

    it("is an error of its own kind and keeps the issues as data", () => {
        const error = new ConfigError("Heading", [ISSUE]);
        assert.ok(error instanceof Error);
        assert.equal(error.name, "ConfigError");
        assert.deepEqual(error.issues, [ISSUE]);
        assert.match(error.message, /^Heading \(1 error\):/);
    });

    it("stays within 80 columns, indented by the engine, and keeps every word of problem and remedy", () => {
        const words = "word ".repeat(60).trim();
        const { message } = new ConfigError("H", [
            { key: "k", value: "v".repeat(500), problem: words, remedy: words },
        ]);
        for (const line of message.split("\n")) assert.ok(line.length <= 76, line);
        assert.equal(message.match(/\bword\b/g)?.length, 120);
        assert.match(message, /value: "v+\.\.\.$/m);
    });
});
