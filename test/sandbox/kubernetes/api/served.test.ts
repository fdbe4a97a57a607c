import * as assert from "node:assert/strict";
import { builtInKind, minorOf, resourceOf, servedKind } from "../../../../sandbox/kubernetes/api/served";
import { gvkOfType } from "../../../../sandbox/kubernetes/api/gvk";
import type { PretendedCloud } from "../../pretended-cloud";
import { definition, version, WIDGET } from "../objects-fixture";
import { newCluster, pretendedCall } from "../pretended-cluster";

describe("a kind that a cluster serves", () => {
    let cloud: PretendedCloud;
    beforeEach(() => (cloud = newCluster()));
    afterEach(() => cloud.remove());

    it("is built in, with the resource that stands for it", () => {
        const served = servedKind(gvkOfType("kubernetes:apps/v1:Deployment"), pretendedCall(cloud));
        assert.equal(resourceOf(served!), "deployments.apps");
        assert.equal(served?.namespaced, true);
        assert.equal(resourceOf({ plural: "secrets", group: "" }), "secrets");
    });

    it("has all versions in which its objects can be read", () => {
        const served = builtInKind(
            { group: "autoscaling", version: "v1", kind: "HorizontalPodAutoscaler" },
            35,
        );
        assert.deepEqual(served?.versions, ["v1", "v2"]);
    });

    it("comes with its minor, and not in a version that is off", () => {
        const claim = { group: "resource.k8s.io", version: "v1", kind: "ResourceClaim" };
        assert.equal(builtInKind(claim, 33), undefined);
        assert.equal(builtInKind(claim, 34)?.plural, "resourceclaims");
        assert.equal(builtInKind({ ...claim, version: "v1beta1" }, 34), undefined);
    });

    it("comes with a definition, in the versions that it serves", async () => {
        const type = "kubernetes:apiextensions.k8s.io/v1:CustomResourceDefinition";
        const off = version("v2", { served: false, storage: false });
        await cloud.create(type, "w", definition({}, [version("v1"), off]));
        const gvk = gvkOfType(WIDGET);
        assert.equal(servedKind(gvk, pretendedCall(cloud))?.plural, "widgets");
        assert.equal(servedKind({ ...gvk, version: "v2" }, pretendedCall(cloud)), undefined);
        assert.equal(servedKind({ ...gvk, group: "other.com" }, pretendedCall(cloud)), undefined);
    });

    for (const [named, expected] of [
        ["1.34", 34],
        ["1.30", 33],
        ["1.99", 35],
        [undefined, 35],
    ] as const) {
        it(`is looked up for minor ${expected} where the cluster's version is ${named}`, () => {
            const other = newCluster({ version: named });
            try {
                assert.equal(minorOf(pretendedCall(other)), expected);
            } finally {
                other.remove();
            }
        });
    }
});
