import * as assert from "node:assert/strict";
import type { Properties } from "../../../../sandbox/cloud/values";
import { customResourceDefinition as rule } from "../../../../sandbox/kubernetes/rules/definitions";
import { definition, version } from "../objects-fixture";

const schema = (openAPIV3Schema: Properties): Properties =>
    definition({}, [version("v1", { schema: { openAPIV3Schema } })]);

describe("what is wrong with a custom resource definition", () => {
    it("is nothing for one that is right", () => {
        assert.deepEqual(rule(definition()), []);
    });

    const cases: [string, Properties, string][] = [
        [
            "its name",
            { ...definition(), metadata: { name: "widget" } },
            'must be spec.names.plural+"."+spec.group',
        ],
        [
            "a group without a dot",
            definition({ group: "widgets" }),
            "should be a domain with at least one dot",
        ],
        ["a scope", definition({ scope: "Everywhere" }), 'spec.scope: Unsupported value: "Everywhere"'],
        [
            "no version that is stored",
            definition({}, [version("v1", { storage: false })]),
            "must have exactly one version marked as storage",
        ],
        [
            "a version twice",
            definition({}, [version("v1"), version("v1", { storage: false })]),
            "must contain unique version names",
        ],
        ["a version's name", definition({}, [version("V1")]), "spec.versions[0].name: Invalid value"],
        [
            "no schema",
            definition({}, [version("v1", { schema: {} })]),
            "spec.versions[0].schema.openAPIV3Schema: Required value",
        ],
        ["a root that is no object", schema({ type: "string" }), "must be object at the root"],
        ["a root without a type", schema({}), "type: Required value: must not be empty at the root"],
        [
            "a field without a type",
            schema({ type: "object", properties: { spec: {} } }),
            "properties[spec].type: Required value: must not be empty for specified object fields",
        ],
        [
            "items without a type",
            schema({ type: "object", properties: { a: { type: "array", items: {} } } }),
            "items.type: Required value: must not be empty for specified array items",
        ],
        [
            "a group of Kubernetes itself",
            { ...definition({ group: "example.k8s.io" }), metadata: { name: "widgets.example.k8s.io" } },
            "protected groups must have approval annotation",
        ],
    ];
    for (const [what, object, sentence] of cases) {
        it(`is ${what}`, () => {
            const found = rule(object).join("\n");
            assert.ok(found.includes(sentence), found);
        });
    }

    it("is not a field that takes anything", () => {
        const properties = {
            a: { "x-kubernetes-preserve-unknown-fields": true },
            b: { "x-kubernetes-int-or-string": true },
        };
        assert.deepEqual(rule(schema({ type: "object", properties })), []);
    });
});
