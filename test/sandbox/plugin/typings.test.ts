import assert from "node:assert/strict";
import type { Properties } from "../../../sandbox/cloud/values";
import { UNKNOWN } from "../../../sandbox/cloud/values";
import { checkAgainst, unknownProperty, type Property } from "../../../sandbox/plugin/typings";
import { THING, typings } from "./tiny-package";

const { inputs } = typings.resources[THING];

/** `property: reason` */
function failures(properties: Properties, typing: Record<string, Property> = inputs): string[] {
    return checkAgainst(typing, properties).map(({ property, reason }) => `${property}: ${reason}`);
}

describe("Properties", () => {
    it("pass with the names and kinds of the typings", () => {
        const properties = {
            name: "a",
            size: 1,
            labels: { any: "thing" },
            rules: [{ port: 80, source: "x" }],
            config: { mode: "m" },
        };
        assert.deepEqual(failures(properties), []);
    });

    it("may be unknown, whole or in part", () => {
        assert.deepEqual(
            failures({ size: UNKNOWN, labels: UNKNOWN, rules: [UNKNOWN, { port: UNKNOWN }] }),
            [],
        );
    });

    it("of an unknown name are refused with the nearest known one, at any depth", () => {
        assert.deepEqual(
            failures({ size: 1, lables: {}, rules: [{ port: 1, sorce: "x" }], config: { xyz: 1 } }),
            [
                'lables: unknown property "lables"; did you mean "labels"?',
                'rules[0].sorce: unknown property "sorce"; did you mean "source"?',
                'config.xyz: unknown property "xyz"',
            ],
        );
    });

    it("of a name that every object has are unknown too", () => {
        assert.deepEqual(failures({ size: 1, toString: "x" }), ['toString: unknown property "toString"']);
    });

    it("that are required are missed, null or absent, at any depth", () => {
        assert.deepEqual(failures({ rules: [{ port: 1 }, { source: "x" }] }), [
            'size: missing required property "size"',
            'rules[1].port: missing required property "port"',
        ]);
        assert.deepEqual(failures({ size: null }), ['size: missing required property "size"']);
    });

    it("of another kind are refused with both kinds", () => {
        assert.deepEqual(failures({ size: [], name: {}, labels: [], rules: {}, config: "x" }), [
            "name: expected a string, got an object",
            "size: expected a number, got a list",
            "labels: expected a map, got a list",
            "rules: expected a list, got an object",
            "config: expected an object, got a string",
        ]);
        assert.deepEqual(failures({ size: 1, labels: { a: ["x"] }, rules: [1] }), [
            "labels.a: expected a string, got a list",
            "rules[0]: expected an object, got a number",
        ]);
    });

    it("that are optional may be null", () => {
        assert.deepEqual(failures({ size: 1, name: null, labels: null, config: { mode: null } }), []);
    });

    it("are taken as text, number or truth value where that loses nothing", () => {
        const typing: Record<string, Property> = {
            s: { kind: "string" },
            n: { kind: "number" },
            b: { kind: "boolean" },
            x: { kind: "any" },
        };
        assert.deepEqual(failures({ s: 5, n: "5.5", b: "true", x: [{}] }, typing), []);
        assert.deepEqual(failures({ s: true, b: false }, typing), []);
        assert.deepEqual(failures({ n: "five", b: "yes" }, typing), [
            "n: expected a number, got a string",
            "b: expected a boolean, got a string",
        ]);
        assert.deepEqual(failures({ n: " ", b: 1 }, typing), [
            "n: expected a number, got a string",
            "b: expected a boolean, got a number",
        ]);
    });

    it("of the provider itself are not looked at", () => {
        assert.deepEqual(failures({ size: 1, __defaults: ["name"] }), []);
    });
});

describe("The sentence on an unknown property", () => {
    it("makes no guess when nothing is near", () => {
        assert.equal(unknownProperty("zebra", ["name"]), 'unknown property "zebra"');
    });
});
