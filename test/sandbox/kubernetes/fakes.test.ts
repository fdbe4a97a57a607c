import * as assert from "node:assert/strict";
import { fakes } from "../../../sandbox/kubernetes/fakes";
import { kubernetes } from "../../../sandbox/kubernetes/package";
import { assertReplacements } from "../plugin/replacements";

describe("the list of Kubernetes fakes", () => {
    it("has every type once, with its typings", () => {
        const types = fakes.map((fake) => fake.type);
        assert.deepEqual(types, [...new Set(types)]);
        for (const type of types) assert.ok(type in kubernetes.typings.resources, type);
    });

    it("holds only properties that the types have", () => {
        for (const { type, replaceOn, defaults, computed } of fakes) {
            const { inputs, outputs } = kubernetes.typings.resources[type];
            assertReplacements(type, replaceOn, inputs);
            for (const name of [...Object.keys(defaults ?? {}), ...(computed ?? [])])
                assert.ok(outputs.includes(name), `${type} ${name}`);
        }
    });

    it("says for every verb what the API server is asked", () => {
        for (const fake of fakes) {
            for (const verb of ["read", "update", "delete"] as const)
                assert.ok(fake.attempts({ verb, id: "a/b", inputs: {} }).length > 0, `${fake.type} ${verb}`);
            assert.ok(fake.attempts({ verb: "create", inputs: {} }).length > 0, fake.type);
        }
    });
});
