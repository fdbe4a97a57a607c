import assert from "node:assert/strict";
import {
    entryName,
    expectations,
    flag,
    list,
    named,
    numberOf,
    text,
    wholeNumber,
    wordOf,
} from "../../config/settings";
import { schemaKeys } from "./schema-keys";

const FORM = { pattern: /^\w+$/, expects: "a word", example: "abc" };

describe("config/settings", () => {
    it("takes numbers as the engine writes them, and nothing that only looks like one", () => {
        const count = wholeNumber({ min: -1, max: 9, unit: "things", example: 3 });
        for (const [raw, value] of [
            [3, 3],
            ["3", 3],
            [" 3 ", 3],
            ["-1", -1],
        ] as const) {
            assert.equal(count.parse(raw), value);
        }
        for (const raw of ["", "3.0", "0x3", "1e0", "10", 3.5, null, true, [3]]) {
            assert.ok(!count.safeParse(raw).success, String(raw));
        }
        assert.equal(numberOf([1, 7], "days", 7).parse("7"), 7);
        assert.ok(!numberOf([1, 7], "days", 7).safeParse("2").success);
    });

    it("takes true and false as the engine writes them, and no other word or number", () => {
        for (const [raw, value] of [
            ["true", true],
            ["false", false],
            [true, true],
            [false, false],
        ] as const) {
            assert.equal(flag(true).parse(raw), value);
        }
        for (const raw of ["True", "yes", "", 1, 0, null])
            assert.ok(!flag(true).safeParse(raw).success, String(raw));
    });

    it("takes a number for text where YAML made one of it", () => {
        assert.equal(text(FORM).parse(111122223333), "111122223333");
        assert.equal(text(FORM).parse(true), "true");
        assert.ok(!text(FORM).safeParse("two words").success);
        assert.ok(!text(FORM).safeParse({}).success);
        assert.ok(!entryName(FORM).safeParse("two words").success);
    });

    it("says of every kind what it expects and an example", () => {
        const word = wordOf(["a", "b"], "a");
        assert.deepEqual(expectations.get(word), { expects: "one of a, b", example: "a" });
        assert.equal(expectations.get(wordOf(["a", "b"], "a", "a letter"))?.expects, "a letter");
        const some = list(word, { of: "letters", min: 2, example: "[a, b]" });
        assert.deepEqual(expectations.get(some), {
            expects: "a list of at least 2 letters",
            example: "[a, b]",
        });
        const group = named(entryName(FORM), word, { of: "letters", example: "{ x: a }" });
        assert.deepEqual(expectations.get(group), { expects: "letters by name", example: "{ x: a }" });
    });

    it("has an expectation on every leaf of the schema", () => {
        const groups = schemaKeys().filter(({ expectation }) => expectation === undefined);
        const paths = groups.map(({ path }) => path);
        for (const path of paths)
            assert.ok(
                schemaKeys().some((key) => key.path.startsWith(`${path}.`)),
                path,
            );
    });
});
