import * as assert from "node:assert/strict";
import type { Properties } from "../../../sandbox/cloud/values";
import { gvkOfType } from "../../../sandbox/kubernetes/api/gvk";
import { becomesReady } from "../../../sandbox/kubernetes/readiness";
import { createLocalCluster } from "../../../sandbox/local/cluster";
import { deployment, DEPLOYMENT } from "./objects-fixture";
import { INSIDE, newCluster, pretendedCall, type Shape } from "./pretended-cluster";

/** Whether an object gets ready in a cluster, after something was put into it. */
function isReady(type: string, object: Properties, shape: Shape = {}, release?: Properties): boolean {
    const cloud = newCluster(shape);
    const type_ = "kubernetes:helm.sh/v3:Release";
    try {
        if (release !== undefined)
            cloud.account.put({ type: type_, id: "a/b", region: INSIDE, createdAt: "", properties: release });
        return becomesReady(gvkOfType(type), object, pretendedCall(cloud));
    } finally {
        cloud.remove();
    }
}

describe("an object that is waited for", () => {
    const withAccount = deployment();
    ((withAccount.spec as Properties).template as Properties).spec = {
        serviceAccountName: "app",
        containers: [],
    };

    it("gets ready on nodes, and without any when it wants no pods or is not waited for", () => {
        assert.equal(isReady(DEPLOYMENT, deployment()), true);
        assert.equal(isReady(DEPLOYMENT, deployment(), { nodes: 0 }), false);
        assert.equal(isReady(DEPLOYMENT, { ...deployment(), spec: { replicas: 0 } }, { nodes: 0 }), true);
        const skipping = deployment({ annotations: { "pulumi.com/skipAwait": "true" } });
        assert.equal(isReady(DEPLOYMENT, skipping, { nodes: 0 }), true);
        assert.equal(isReady("kubernetes:apps/v1:DaemonSet", deployment(), { nodes: 0 }), true);
        assert.equal(isReady("kubernetes:core/v1:ConfigMap", {}, { nodes: 0 }), true);
    });

    it("does not without its service account, unless a chart may have brought it", () => {
        assert.equal(isReady(DEPLOYMENT, withAccount), false);
        assert.equal(isReady(DEPLOYMENT, withAccount, {}, { namespace: "default" }), true);
    });

    it("does not as a Service whose balancer nobody makes: on kind", () => {
        const cloud = newCluster();
        try {
            const service = gvkOfType("kubernetes:core/v1:Service");
            const call = pretendedCall(cloud, undefined, createLocalCluster(cloud.account, "dev"));
            assert.equal(becomesReady(service, { spec: { type: "LoadBalancer" } }, call), false);
            assert.equal(becomesReady(service, { spec: {} }, call), true);
            const inAws = pretendedCall(cloud);
            assert.equal(becomesReady(service, { spec: { type: "LoadBalancer" } }, inAws), true);
        } finally {
            cloud.remove();
        }
    });

    it("does not as an Ingress that no controller looks at", () => {
        const type = "kubernetes:networking.k8s.io/v1:Ingress";
        assert.equal(isReady(type, {}), false);
        assert.equal(isReady(type, {}, {}, { chart: "metrics-server" }), false);
        assert.equal(isReady(type, {}, {}, { chart: "aws-load-balancer-controller" }), true);
    });
});
