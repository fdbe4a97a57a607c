import * as assert from "node:assert/strict";
import { brokenRules, unknownFields } from "../../../../sandbox/kubernetes/api/checks";
import { customSchema } from "../../../../sandbox/kubernetes/api/custom-schema";
import type { Properties } from "../../../../sandbox/cloud/values";

const ROOT: Properties = {
    type: "object",
    properties: {
        spec: {
            type: "object",
            required: ["size"],
            properties: {
                size: { type: "integer", minimum: 1 },
                port: { "x-kubernetes-int-or-string": true },
                labels: { type: "object", additionalProperties: { type: "string" } },
                anything: { type: "object", "x-kubernetes-preserve-unknown-fields": true },
                items: {
                    type: "array",
                    "x-kubernetes-list-type": "map",
                    "x-kubernetes-list-map-keys": ["name"],
                    items: { type: "object", properties: { name: { type: "string" } } },
                },
            },
        },
    },
};

describe("the schema of a custom kind", () => {
    const schema = customSchema("Widget", ROOT, 35);

    it("lets pass what fits", () => {
        const spec = {
            size: 1,
            port: "http",
            labels: { a: "b" },
            anything: { x: 1 },
            items: [{ name: "a" }],
        };
        const object = { apiVersion: "example.com/v1", kind: "Widget", metadata: { name: "w" }, spec };
        assert.deepEqual(unknownFields(schema, object), []);
        assert.deepEqual(brokenRules(schema, object), []);
    });

    it("tells unknown names, also in metadata", () => {
        const found = unknownFields(schema, { metadata: { nam: "w" }, spec: { siz: 1 } });
        assert.deepEqual(
            found.map(({ property }) => property),
            ["metadata.nam", "spec.siz"],
        );
    });

    it("tells what is missing and what is of another kind", () => {
        assert.deepEqual(brokenRules(schema, { spec: {} }), ["spec.size: Required value"]);
        assert.match(brokenRules(schema, { spec: { size: "x" } })[0], /must be of type integer: "string"$/);
    });

    it("is open where the definition has none", () => {
        const open = customSchema("Widget", undefined, 35);
        assert.deepEqual(unknownFields(open, { spec: { a: 1 }, data: 1 }), []);
        assert.deepEqual(brokenRules(open, { spec: { a: 1 } }), []);
    });
});
