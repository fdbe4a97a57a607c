import * as assert from "node:assert/strict";
import { apiVersionOf, groupKind, gvkOfType, typeOf } from "../../../../sandbox/kubernetes/api/gvk";

describe("a kind in a version of its group", () => {
    const cases: [type: string, apiVersion: string, groupKind: string][] = [
        ["kubernetes:core/v1:Service", "v1", "Service"],
        ["kubernetes:apps/v1:Deployment", "apps/v1", "Deployment.apps"],
        [
            "kubernetes:policies.kyverno.io/v1:ValidatingPolicy",
            "policies.kyverno.io/v1",
            "ValidatingPolicy.policies.kyverno.io",
        ],
    ];
    for (const [type, apiVersion, name] of cases) {
        it(`is ${name} of ${apiVersion} for ${type}, and back`, () => {
            const gvk = gvkOfType(type);
            assert.equal(apiVersionOf(gvk), apiVersion);
            assert.equal(groupKind(gvk), name);
            assert.equal(typeOf(gvk), type);
        });
    }
});
