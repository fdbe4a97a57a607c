import * as assert from "node:assert/strict";
import * as fc from "fast-check";
import { labelValue } from "../../components/label-value";

describe("labelValue", () => {
    for (const [text, value] of [
        ["platform-team", "platform-team"],
        ["Platform Team", "Platform-Team"],
        ["@core: infra/net ", "core-infra-net"],
        ["a".repeat(62) + "..b", "a".repeat(62)],
        ["ü", ""],
    ]) {
        it(`makes "${value}" of "${text}"`, () => assert.equal(labelValue(text), value));
    }

    it("makes a value that Kubernetes takes of any text, and leaves one alone that it takes", () => {
        const legal = /^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$/;
        fc.assert(
            fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (text) => {
                const value = labelValue(text);
                assert.match(value, legal);
                assert.equal(labelValue(value), value);
            }),
        );
        fc.assert(fc.property(fc.stringMatching(legal), (value) => assert.equal(labelValue(value), value)));
    });
});
