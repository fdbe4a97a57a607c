import assert from "node:assert/strict";
import { fill, NotReadyError, RefusedError } from "../../../sandbox/plugin/refusal";

describe("A sentence of a refusal", () => {
    it("gets the values of the call, each as often as it is named", () => {
        assert.equal(fill("{id} is not {id}, {n} times", { id: "a", n: 0 }), "a is not a, 0 times");
    });

    it("takes values as they are, whatever they hold", () => {
        assert.equal(fill("The {id}.", { id: "$& {n} $1" }), "The $& {n} $1.");
    });

    it("lacks no value and leaves none over: that would be a bug of the fake", () => {
        assert.throws(() => fill("The {id}.", {}), { message: /lacks a value for id/ });
        assert.throws(() => fill("The {id}.", { id: "a", name: "b" }), { message: /has no place for name/ });
    });
});

describe("A refused call", () => {
    it("is an error with the row's name and the message for the user", () => {
        const error = new RefusedError("Row", "what the user reads");
        assert.deepEqual(
            [error.code, error.message, error.name],
            ["Row", "what the user reads", "RefusedError"],
        );
    });
});

describe("An object that did not get ready", () => {
    it("is an error that carries the object", () => {
        const error = new NotReadyError("id", { a: 1 }, "Row", "why");
        assert.deepEqual(
            [error.id, error.properties, error.code, error.message],
            ["id", { a: 1 }, "Row", "why"],
        );
    });
});
