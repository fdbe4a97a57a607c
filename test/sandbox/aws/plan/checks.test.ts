import * as assert from "node:assert/strict";
import {
    arnText,
    atLeast,
    between,
    conflicts,
    exactlyOneOf,
    ipv4Network,
    isKnown,
    jsonText,
    lengthBetween,
    notPretended,
    oneOf,
} from "../../../../sandbox/aws/plan/checks";
import { UNKNOWN, type Properties } from "../../../../sandbox/cloud/values";
import type { Failure } from "../../../../sandbox/plugin/typings";

describe("what the provider refuses at preview", () => {
    const checks: Record<string, (inputs: Properties) => Failure[]> = {
        "a value that is not in the list": (inputs) => oneOf(inputs, "x", ["a"]),
        "a number out of bounds": (inputs) => between(inputs, "x", 1, 2),
        "a number that is too small": (inputs) => atLeast(inputs, "x", 1),
        "a text of a bad length": (inputs) => lengthBetween(inputs, "x", 1, 2),
        "a range that is none": (inputs) => ipv4Network(inputs, "x"),
        "an ARN that is none": (inputs) => arnText(inputs, "x"),
        "a document that is no JSON": (inputs) => jsonText(inputs, "x"),
    };
    for (const [title, check] of Object.entries(checks)) {
        it(`includes ${title}, and not what is absent or unknown`, () => {
            assert.equal(check({ x: "{bad}" }).length, 1);
            assert.equal(check({ x: "{bad}" })[0].property, "x");
            assert.deepEqual(check({}), []);
            assert.deepEqual(check({ x: UNKNOWN }), []);
        });
    }

    it("names the property as the provider does, and the path as the program does", () => {
        assert.deepEqual(oneOf({ aList: [{ httpTokens: "b" }] }, "aList[0].httpTokens", ["a"]), [
            {
                property: "aList[0].httpTokens",
                reason: `expected http_tokens to be one of ["a"], got b`,
            },
        ]);
    });

    it("lets pass what fits", () => {
        assert.deepEqual(oneOf({ x: "a" }, "x", ["a", "b"]), []);
        assert.deepEqual(between({ x: "2" }, "x", 1, 2), []);
        assert.deepEqual(atLeast({ x: 1 }, "x", 1), []);
        assert.deepEqual(lengthBetween({ x: "ab" }, "x", 1, 2), []);
        assert.deepEqual(ipv4Network({ x: "10.0.0.0/8" }, "x"), []);
        assert.deepEqual(arnText({ x: "arn:aws:iam::111122223333:role/a" }, "x"), []);
        assert.deepEqual(jsonText({ x: "{}" }, "x"), []);
    });

    it("includes none or several where one is meant; an unknown one is one", () => {
        assert.deepEqual(exactlyOneOf({ a: UNKNOWN }, ["a", "b"]), []);
        assert.deepEqual(exactlyOneOf({}, ["a", "b"]), [
            { property: "a", reason: "one of `a,b` must be specified" },
        ]);
        assert.deepEqual(exactlyOneOf({ b: 1, c: UNKNOWN }, ["a", "b", "c"]), [
            {
                property: "b",
                reason: "only one of `a,b,c` can be specified, but `b,c` were specified.",
            },
        ]);
    });

    it("includes two that exclude each other", () => {
        assert.deepEqual(conflicts({ a: 1, bC: 2 }, "a", "bC"), [
            { property: "a", reason: "conflicts with b_c" },
        ]);
        assert.deepEqual(conflicts({ a: 1, bC: null }, "a", "bC"), []);
    });

    it("includes what the sandbox would have to ignore, unless it is switched off", () => {
        assert.equal(notPretended({ a: true, b: UNKNOWN }, ["a", "b"]).length, 2);
        assert.deepEqual(notPretended({ a: false, b: "", c: null }, ["a", "b", "c"]), []);
    });

    it("takes a value for known when nothing in it is unknown", () => {
        assert.ok(isKnown({ a: [1] }));
        assert.ok(!isKnown({ a: [UNKNOWN] }));
        assert.ok(!isKnown(undefined));
    });
});
