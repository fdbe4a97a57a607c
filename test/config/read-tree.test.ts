import assert from "node:assert/strict";
import { z } from "zod";
import type { ConfigIssue } from "../../config";
import { asWritten, BROKEN, keyBelow, readTree, Unreadable } from "../../config/read-tree";
import { flag, list, text, wordOf } from "../../config/settings";

const name = text({ pattern: /^[a-z]+$/, expects: "lower case", example: "abc" });
const schema = z.strictObject({
    word: wordOf(["single", "perZone"], "single").default("single"),
    nested: z.strictObject({ on: flag(true).default(true), deep: z.strictObject({ name }) }),
    names: list(name, { of: "names", min: 1, example: "[a]" }),
    note: name.optional(),
});

function read(raw: unknown): { value: z.infer<typeof schema>; issues: ConfigIssue[] } {
    const issues: ConfigIssue[] = [];
    const value = readTree(schema, raw, "ns:", issues) as z.infer<typeof schema>;
    return { value, issues };
}

const GOOD = { nested: { deep: { name: "x" } }, names: ["a"] };

describe("config/read-tree", () => {
    it("defaults and coerces at every level", () => {
        const { value, issues } = read({ ...GOOD, nested: { on: "false", deep: { name: "x" } }, word: null });
        assert.deepEqual(issues, []);
        assert.deepEqual(value, { word: "single", nested: { on: false, deep: { name: "x" } }, names: ["a"] });
    });

    it("suggests the nearest key at every level, and does not count the one meant as missing", () => {
        const { issues } = read({ nmaes: ["a"], nested: { onn: 1, deep: { nam: "x" } }, word: "single" });
        assert.deepEqual(
            issues.map(({ key, value, remedy }) => [key, value, remedy]),
            [
                ["ns:nmaes", ["a"], 'Write "names" instead.'],
                ["ns:nested.onn", 1, 'Write "on" instead.'],
                ["ns:nested.deep.nam", "x", 'Write "name" instead.'],
            ],
        );
        assert.ok(issues.every(({ problem }) => problem === "is not a key that the platform knows"));
    });

    it("names the known keys where none is near", () => {
        const [issue] = read({ ...GOOD, somethingElse: 1 }).issues;
        assert.equal(issue.remedy, "Remove it; known are word, nested, names, note.");
    });

    it("asks for every missing key of a group that is missing", () => {
        assert.deepEqual(
            read({}).issues.map(({ key, value }) => [key, value]),
            [
                ["ns:nested.deep.name", undefined],
                ["ns:names", undefined],
            ],
        );
    });

    it("can't be read in a group that is missing and has keys to ask for, defaults included", () => {
        assert.throws(() => read({ names: ["a"] }).value.nested.on, Unreadable);
        assert.throws(() => read({ names: ["a"], nested: null }).value.nested.on, Unreadable);
        assert.equal(read({ names: ["a"], nested: {} }).value.nested.on, true);
    });

    it("makes a missing group of its defaults where they will do", () => {
        const issues: ConfigIssue[] = [];
        const group = z.strictObject({ group: z.strictObject({ on: flag(true).default(true) }) });
        assert.deepEqual([readTree(group, {}, "ns:", issues), issues], [{ group: { on: true } }, []]);
    });

    it("goes on after an error, in lists and groups alike", () => {
        const { value, issues } = read({
            names: ["A", "b", 3],
            nested: { on: "maybe", deep: { name: "x" } },
        });
        assert.deepEqual(
            issues.map(({ key }) => key),
            ["ns:nested.on", "ns:names[0]"].concat("ns:names[2]"),
        );
        assert.equal(value.names[1], "b");
        assert.equal(value.nested.deep.name, "x");
        assert.throws(() => value.names[0], Unreadable);
        assert.throws(() => value.nested.on, Unreadable);
    });

    it("refuses what stands in a list twice, also after a broken item", () => {
        const { issues } = read({ ...GOOD, names: ["A", "b", "b"] });
        assert.deepEqual(issues[1], {
            key: "ns:names[2]",
            value: "b",
            problem: "stands in the list already",
            remedy: "Remove one of the two.",
        });
    });

    it("says that a list is too short beside what is wrong with its items", () => {
        const { issues } = read({ ...GOOD, names: [] });
        assert.deepEqual(
            issues.map(({ problem }) => problem),
            ["must be a list of at least 1 names"],
        );
    });

    it("says nothing of a value that is broken already", () => {
        const { value, issues } = read({ ...GOOD, nested: BROKEN, other: BROKEN });
        assert.deepEqual(issues, []);
        assert.throws(() => value.nested, Unreadable);
    });

    it("shows a broken value as it is written", () => {
        const { value } = read({ names: ["A", "b"], nested: { on: "maybe", deep: { name: "x" } } });
        assert.deepEqual(asWritten(value.names), ["A", "b"]);
        assert.deepEqual(asWritten(value.nested), { on: "maybe", deep: { name: "x" } });
    });

    it("takes a leaf that says nothing of what it expects for a bug", () => {
        assert.throws(() => readTree(z.string(), 1, "k", []), /k: its schema says nothing/);
    });

    it("writes paths as `pulumi config --path` takes them", () => {
        assert.equal(keyBelow("ns:", "network"), "ns:network");
        assert.equal(keyBelow("ns:network", "zones"), "ns:network.zones");
        assert.equal(keyBelow("ns:network.zones", 1), "ns:network.zones[1]");
        assert.equal(keyBelow("ns:labels", "example.com/pool"), 'ns:labels["example.com/pool"]');
    });
});
