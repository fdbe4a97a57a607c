import assert from "node:assert/strict";
import type { Properties } from "../../../sandbox/cloud/values";
import { UNKNOWN } from "../../../sandbox/cloud/values";
import { DEFAULTS } from "../../../sandbox/plugin/autoname";
import { difference } from "../../../sandbox/plugin/diff";
import type { Fake } from "../../../sandbox/plugin/fake";
import { thing } from "./tiny-package";

/** `path kind`, with `replace` where it does. */
function changes(before: Properties, after: Properties, fake: Fake = thing): string[] {
    return Object.entries(difference(fake, before, after).changes).map(
        ([path, { kind, replaces }]) => `${path} ${kind}${replaces ? " replace" : ""}`,
    );
}

const deletesFirst = (before: Properties, after: Properties, fake: Fake = thing): boolean =>
    difference(fake, before, after).deleteBeforeReplace;

describe("A difference", () => {
    it("is empty between equal inputs, whatever the order of their keys", () => {
        assert.deepEqual(
            changes({ size: 1, labels: { a: "1", b: "2" } }, { labels: { b: "2", a: "1" }, size: 1 }),
            [],
        );
    });

    it("names what was added, dropped and changed", () => {
        assert.deepEqual(changes({ size: 1, tier: "a" }, { size: 2, labels: {} }), [
            "size update",
            "tier delete",
            "labels add",
        ]);
    });

    it("goes into objects and lists, down to the value", () => {
        assert.deepEqual(
            changes(
                { labels: { a: "1", b: "2" }, rules: [{ source: "x" }, { source: "y" }] },
                { labels: { a: "3", c: "4" }, rules: [{ source: "x" }, { source: "z" }, { source: "new" }] },
            ),
            ["labels.a update", "labels.b delete", "labels.c add", "rules[1].source update", "rules[2] add"],
        );
        assert.deepEqual(changes({ rules: [{}, { source: "y" }] }, { rules: [{}] }), ["rules[1] delete"]);
    });

    it("quotes keys with dots, as the engine reads paths", () => {
        assert.deepEqual(changes({ labels: { "a.b/c": "1" } }, { labels: { "a.b/c": "2" } }), [
            'labels["a.b/c"] update',
        ]);
    });

    it("takes another kind of value for a change of the whole", () => {
        assert.deepEqual(changes({ labels: { a: "1" } }, { labels: "a" }), ["labels update"]);
        assert.deepEqual(changes({ labels: { a: "1" } }, { labels: UNKNOWN }), ["labels update"]);
        assert.deepEqual(changes({ size: 1 }, { size: "1" }), ["size update"]);
    });

    it("takes null for a property that is left out", () => {
        assert.deepEqual(changes({ size: 1, tier: null }, { size: 1, labels: null }), []);
        assert.deepEqual(changes({ tier: null }, { tier: "a" }), ["tier add"]);
        assert.deepEqual(changes({ tier: "a" }, { tier: null }), ["tier delete"]);
    });

    it("does not show the provider's own notes", () => {
        assert.deepEqual(changes({ [DEFAULTS]: ["name"] }, { [DEFAULTS]: [] }), []);
    });

    it("asks the fake, without indices, whether values mean the same", () => {
        const asked: string[] = [];
        const fake: Fake = {
            ...thing,
            sameValue(path) {
                asked.push(path);
                return path === "rules.source";
            },
        };
        const after = { rules: [{ source: "X" }], tier: "b" };
        assert.deepEqual(changes({ rules: [{ source: "x" }], tier: "a" }, after, fake), ["tier update"]);
        assert.deepEqual(asked, ["rules", "rules", "rules.source", "tier"]);
    });
});

describe("A replacement", () => {
    it("follows from a replacing property, wherever in a list it stands", () => {
        assert.deepEqual(changes({ rules: [{}, { port: 1 }] }, { rules: [{}, { port: 2 }] }), [
            "rules[1].port update replace",
        ]);
        assert.deepEqual(changes({ rules: [{ source: "x" }] }, { rules: [{ source: "y" }] }), [
            "rules[0].source update",
        ]);
    });

    it("follows from a whole that holds such a property", () => {
        assert.deepEqual(changes({}, { config: { mode: "a" } }), ["config add replace"]);
        assert.deepEqual(changes({ config: { mode: "a" } }, {}), ["config delete replace"]);
        assert.deepEqual(changes({ config: UNKNOWN }, { config: { version: "1" } }), [
            "config update replace",
        ]);
        assert.deepEqual(changes({}, { rules: [{ source: "x" }, { port: 1 }] }), ["rules add replace"]);
    });

    it("does not follow from a whole without such a property", () => {
        assert.deepEqual(changes({}, { config: { version: "1", mode: null } }), ["config add"]);
        assert.deepEqual(changes({ rules: [{ source: "x" }] }, {}), ["rules delete"]);
    });

    it("follows from a part of one, also behind a quoted key", () => {
        const fake: Fake = { ...thing, replaceOn: { labels: "https://example.com" } };
        assert.deepEqual(changes({ labels: { "a.b": "1" } }, { labels: { "a.b": "2", c: "3" } }, fake), [
            'labels["a.b"] update replace',
            "labels.c add replace",
        ]);
    });

    it("does not follow from a property whose name only begins alike", () => {
        assert.deepEqual(changes({ names: "a" }, { names: "b" }), ["names update"]);
        assert.deepEqual(changes({ config: { model: "a" } }, { config: { model: "b" } }), [
            "config.model update",
        ]);
    });

    it("may depend on the values", () => {
        const tier = { source: "https://example.com", when: (before: Properties) => before.size === 1 };
        const fake: Fake = { ...thing, replaceOn: { tier } };
        assert.deepEqual(changes({ size: 1, tier: "a" }, { size: 1, tier: "b" }, fake), [
            "tier update replace",
        ]);
        assert.deepEqual(changes({ size: 2, tier: "a" }, { size: 2, tier: "b" }, fake), ["tier update"]);
    });
});

describe("The old object", () => {
    const before = { name: "fixed", config: { mode: "a" } };
    const after = { name: "fixed", config: { mode: "b" } };

    it("goes first when both would have the same fixed name", () => {
        assert.equal(deletesFirst(before, after), true);
    });

    it("goes last when the name changes, was made by the provider, or is none", () => {
        assert.equal(deletesFirst(before, { ...after, name: "other" }), false);
        const made = { [DEFAULTS]: ["name"] };
        assert.equal(deletesFirst({ ...before, ...made }, { ...after, ...made }), false);
        assert.equal(deletesFirst({ config: { mode: "a" } }, { config: { mode: "b" } }), false);
    });

    it("stays when nothing replaces", () => {
        assert.equal(deletesFirst({ name: "fixed", size: 1 }, { name: "fixed", size: 2 }), false);
    });

    it("goes first where the provider does it so, but only for a replacement", () => {
        const fake: Fake = { ...thing, deleteBeforeReplace: true };
        assert.equal(deletesFirst({ name: "a" }, { name: "b" }, fake), true);
        assert.equal(deletesFirst({ size: 1 }, { size: 2 }, fake), false);
    });

    it("goes first where the provider decides it by the values", () => {
        const fake: Fake = { ...thing, deleteBeforeReplace: (_, { tier }) => tier === "fixed" };
        assert.equal(deletesFirst({ name: "a" }, { name: "b", tier: "fixed" }, fake), true);
        assert.equal(deletesFirst({ name: "a" }, { name: "b" }, fake), false);
    });
});
