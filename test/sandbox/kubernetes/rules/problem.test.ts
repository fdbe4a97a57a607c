import * as assert from "node:assert/strict";
import {
    duplicate,
    forbiddenField,
    invalid,
    notSupported,
    required,
} from "../../../../sandbox/kubernetes/rules/problem";

describe("what an API server says of a field", () => {
    it("has the words of its errors", () => {
        assert.equal(invalid("a.b", "x", "no"), 'a.b: Invalid value: "x": no');
        assert.equal(required("a"), "a: Required value");
        assert.equal(required("a", "why"), "a: Required value: why");
        assert.equal(
            notSupported("a", "x", ["y", "z"]),
            'a: Unsupported value: "x": supported values: "y", "z"',
        );
        assert.equal(forbiddenField("a", "no"), "a: Forbidden: no");
        assert.equal(duplicate("a", "x"), 'a: Duplicate value: "x"');
    });
});
