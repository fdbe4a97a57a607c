import assert from "node:assert/strict";
import {
    at,
    equal,
    hasUnknown,
    isObject,
    joinPath,
    objects,
    pathKeys,
    strings,
    text,
    UNKNOWN,
    type Value,
} from "../../../sandbox/cloud/values";

describe("A value", () => {
    it("has an unknown when one is anywhere in it", () => {
        for (const value of [UNKNOWN, [UNKNOWN], { a: [{ b: UNKNOWN }] }])
            assert.equal(hasUnknown(value), true);
        const known: (Value | undefined)[] = [undefined, null, "", 0, [], {}, { a: ["x"] }, `x${UNKNOWN}`];
        for (const value of known) assert.equal(hasUnknown(value), false);
    });

    it("is an object when it has keys: neither a list nor null", () => {
        assert.equal(isObject({}), true);
        for (const value of [[], null, undefined, "x", 1]) assert.equal(isObject(value), false);
    });

    it("equals another by structure, whatever the order of keys", () => {
        assert.equal(equal({ a: 1, b: [{ c: null }] }, { b: [{ c: null }], a: 1 }), true);
        assert.equal(equal(undefined, undefined), true);
    });

    it("differs by order in lists, by kind, by a missing key, by null", () => {
        const pairs: [Value | undefined, Value | undefined][] = [
            [
                ["a", "b"],
                ["b", "a"],
            ],
            [["a"], ["a", "b"]],
            ["1", 1],
            [{ a: 1 }, { b: 1 }],
            [{ a: 1 }, { a: 1, b: 2 }],
            [{ a: 1, b: 2 }, { a: 1 }],
            [[], {}],
            [{}, null],
            [null, undefined],
        ];
        for (const [a, b] of pairs) assert.equal(equal(a, b), false, JSON.stringify([a, b]));
    });
});

describe("A property path", () => {
    const properties = { a: { b: [{ c: "found" }], "x.y/z": 1, 'q"[]': 2 }, n: null, s: "text" };

    it("leads to a value through objects and lists", () => {
        assert.equal(at(properties, "a.b[0].c"), "found");
        assert.deepEqual(at(properties, "a.b"), [{ c: "found" }]);
        assert.equal(at(properties, "n"), null);
    });

    it("leads nowhere when a step is missing", () => {
        for (const path of ["x", "a.b[1].c", "a.b.c", "n.x", "s.length"])
            assert.equal(at(properties, path), undefined, path);
    });

    it("writes keys with dots and brackets in quotes, and reads them again", () => {
        assert.equal(joinPath("a", "b"), "a.b");
        assert.equal(joinPath("a", "kubernetes.io/role/elb"), 'a["kubernetes.io/role/elb"]');
        for (const key of ["b", "x.y/z", 'q"[]', "back\\slash", ""]) {
            assert.deepEqual(pathKeys(`${joinPath("a", key)}.end`), ["a", key, "end"]);
        }
        assert.equal(at(properties, joinPath("a", 'q"[]')), 2);
    });
});

describe("A property as a certain kind", () => {
    it("is text, or nothing", () => {
        assert.equal(text("x"), "x");
        for (const value of [1, null, [], undefined]) assert.equal(text(value), undefined);
    });

    it("is a list of strings or of objects; other items are left out, and an absent list is empty", () => {
        assert.deepEqual(strings(["a", 1, null, "b"]), ["a", "b"]);
        assert.deepEqual(objects([{ a: 1 }, "x", null, []]), [{ a: 1 }]);
        for (const value of [undefined, null, "a", { a: 1 }]) {
            assert.deepEqual(strings(value), []);
            assert.deepEqual(objects(value), []);
        }
    });
});
