import * as assert from "node:assert/strict";
import { anyOther, fakeOfType, fakes } from "../../../sandbox/kubernetes/fakes";
import { kubernetes } from "../../../sandbox/kubernetes/package";
import { assertReplacements } from "../plugin/replacements";
import { newCluster, pretendedCall } from "./pretended-cluster";

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
        const cloud = newCluster();
        const call = pretendedCall(cloud);
        cloud.remove();
        for (const fake of [...fakes, fakeOfType("kubernetes:apps/v1:Deployment")!]) {
            for (const verb of ["read", "update", "delete"] as const)
                assert.ok(
                    fake.attempts({ verb, id: "a/b", inputs: {} }, call).length > 0,
                    `${fake.type} ${verb}`,
                );
            assert.ok(fake.attempts({ verb: "create", inputs: {} }, call).length > 0, fake.type);
        }
    });

    it("knows every kind of every group by its token, and makes its fake once", () => {
        for (const type of ["kubernetes:core/v1:ConfigMap", "kubernetes:argoproj.io/v1alpha1:Application"]) {
            assert.equal(fakeOfType(type)?.type, type);
            assert.equal(anyOther(type), anyOther(type));
        }
    });

    it("takes no component of the provider for a kind", () => {
        for (const type of [
            "kubernetes:helm.sh/v3:Chart",
            "kubernetes:yaml/v2:ConfigGroup",
            "kubernetes:yaml:ConfigFile",
        ])
            assert.equal(fakeOfType(type), undefined, type);
    });
});
