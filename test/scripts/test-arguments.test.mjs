import assert from "node:assert/strict";
import { testArguments } from "../../scripts/test-arguments.mjs";

const ALL = ["test/**/*.test.ts", "test/**/*.test.mjs"];
const exists = (file) => file.startsWith("test");
const read = (...args) => testArguments(args, exists);

describe("The arguments of npm test", () => {
    it("mean all tests when there are none", () => {
        assert.deepEqual(read(), { mocha: ALL, env: {}, unit: false, everything: true });
    });

    it("are mocha's, and a value of an option is no file even if one has its name", () => {
        assert.deepEqual(read("--grep", "test", "--bail").mocha, ["--grep", "test", "--bail", ...ALL]);
        assert.equal(read("--grep", "x").everything, false);
    });

    it("may name files to run instead of all", () => {
        const { mocha, everything } = read("--bail", "test/a.test.ts", "test/golden/**/*.ts");
        assert.deepEqual(mocha, ["--bail", "test/a.test.ts", "test/golden/**/*.ts"]);
        assert.equal(everything, false);
    });

    it("leave out the tests that drive the engine on --unit", () => {
        const ignored = [
            "--ignore",
            "test/e2e/**",
            "--ignore",
            "test/golden/**",
            "--ignore",
            "test/engine/**",
        ];
        assert.deepEqual(read("--unit"), {
            mocha: [...ignored, ...ALL],
            env: { UNIT_TESTS: "1" },
            unit: true,
            everything: false,
        });
    });

    it("have expectations written anew on request", () => {
        assert.deepEqual(read("--update-golden").env, { UPDATE_GOLDEN: "1" });
        assert.deepEqual(read("--update-recorded").env, { UPDATE_RECORDED: "1" });
        assert.deepEqual(read().env, {});
    });
});
