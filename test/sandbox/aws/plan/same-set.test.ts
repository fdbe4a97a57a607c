import * as assert from "node:assert/strict";
import { sameSet } from "../../../../sandbox/aws/plan/same-set";

describe("two lists as sets", () => {
    it("are the same in any order", () => {
        assert.ok(sameSet(["a", "b"], ["b", "a"]));
        assert.ok(sameSet([{ x: 1, y: 2 }, "a"], ["a", { y: 2, x: 1 }]));
        assert.ok(sameSet([], []));
    });

    it("differ by an item, by how often it is there, or by not being lists", () => {
        assert.ok(!sameSet(["a", "b"], ["a", "c"]));
        assert.ok(!sameSet(["a", "a", "b"], ["a", "b", "b"]));
        assert.ok(!sameSet(["a"], ["a", "a"]));
        assert.ok(!sameSet("a", ["a"]));
    });
});
