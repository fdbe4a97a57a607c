import * as assert from "node:assert/strict";
import { at, type Properties } from "../../../sandbox/cloud/values";
import { gvkOfType } from "../../../sandbox/kubernetes/api/gvk";
import { hasLoadBalancers, settled, withDefaults } from "../../../sandbox/kubernetes/object-status";
import { createLocalCluster } from "../../../sandbox/local/cluster";
import type { PretendedCloud } from "../pretended-cloud";
import { definition, deployment } from "./objects-fixture";
import { newCluster, pretendedCall } from "./pretended-cluster";

const SERVICE = gvkOfType("kubernetes:core/v1:Service");
const service = (spec: Properties): Properties => ({
    metadata: { name: "s", namespace: "default", uid: "0a1b2c3d-0000-4000-8000-000000000000" },
    spec,
});

describe("what the API server fills in", () => {
    const filled = (type: string, object: Properties, path: string): unknown =>
        at(withDefaults(gvkOfType(`kubernetes:${type}`), object), path);

    const cases: [type: string, object: Properties, path: string, expected: unknown][] = [
        ["apps/v1:Deployment", { spec: {} }, "spec.replicas", 1],
        ["apps/v1:Deployment", { spec: { replicas: 3 } }, "spec.replicas", 3],
        ["apps/v1:StatefulSet", {}, "spec.podManagementPolicy", "OrderedReady"],
        ["core/v1:Secret", {}, "type", "Opaque"],
        ["core/v1:Service", {}, "spec.type", "ClusterIP"],
        ["storage.k8s.io/v1:StorageClass", {}, "reclaimPolicy", "Delete"],
        ["batch/v1:Job", {}, "spec.backoffLimit", 6],
        ["rbac.authorization.k8s.io/v1:RoleBinding", {}, "roleRef.apiGroup", "rbac.authorization.k8s.io"],
        [
            "apiextensions.k8s.io/v1:CustomResourceDefinition",
            definition(),
            "spec.names.listKind",
            "WidgetList",
        ],
        ["example.com/v1:Widget", { a: 1 }, "a", 1],
    ];
    for (const [type, object, path, expected] of cases) {
        it(`is ${String(expected)} for ${path} of ${type}`, () =>
            assert.equal(filled(type, object, path), expected));
    }

    it("is RBAC's group of people, and none of accounts", () => {
        const subjects = [
            { kind: "Group", name: "g" },
            { kind: "ServiceAccount", name: "a" },
        ];
        const found = withDefaults(gvkOfType("kubernetes:rbac.authorization.k8s.io/v1:ClusterRoleBinding"), {
            subjects,
        });
        assert.deepEqual(at(found, "subjects[0].apiGroup"), "rbac.authorization.k8s.io");
        assert.equal(at(found, "subjects[1].apiGroup"), undefined);
    });
});

describe("what controllers make of an object", () => {
    let cloud: PretendedCloud;
    beforeEach(() => (cloud = newCluster()));
    afterEach(() => cloud.remove());
    const made = (type: string, object: Properties, before?: Properties): Properties =>
        settled(gvkOfType(`kubernetes:${type}`), object, before, pretendedCall(cloud));

    it("is as many pods as it wants", () => {
        assert.equal(at(made("apps/v1:Deployment", deployment()), "status.readyReplicas"), 1);
        assert.equal(at(made("batch/v1:Job", {}), "status.succeeded"), 1);
        assert.equal(at(made("core/v1:Pod", {}), "status.phase"), "Running");
    });

    it("is an address of the service range that is free, and stays", async () => {
        const inputs = { metadata: { name: "first" }, spec: { ports: [{ port: 80 }] } };
        const first = await cloud.create("kubernetes:core/v1:Service", "first", inputs);
        assert.equal(at(first.properties, "spec.clusterIP"), "172.20.0.11");
        const second = made("core/v1:Service", service({}));
        assert.equal(at(second, "spec.clusterIP"), "172.20.0.12");
        assert.equal(
            at(settled(SERVICE, service({}), second, pretendedCall(cloud)), "spec.clusterIP"),
            "172.20.0.12",
        );
        assert.equal(at(made("core/v1:Service", service({ clusterIP: "None" })), "spec.clusterIP"), "None");
        assert.equal(
            at(made("core/v1:Service", service({ type: "ExternalName" })), "spec.clusterIP"),
            undefined,
        );
    });

    it("is a host of the region for a balancer", () => {
        const host = at(
            made("core/v1:Service", service({ type: "LoadBalancer" })),
            "status.loadBalancer.ingress[0].hostname",
        );
        assert.equal(host, "a0a1b2c3d00004000800000000000000-169552957.eu-central-1.elb.amazonaws.com");
    });

    it("is no host for a balancer on kind, which makes none", () => {
        const call = pretendedCall(cloud, undefined, createLocalCluster(cloud.account, "dev"));
        const made = settled(SERVICE, service({ type: "LoadBalancer" }), undefined, call);
        assert.deepEqual(made.status, { loadBalancer: {} });
        assert.deepEqual([hasLoadBalancers(call), hasLoadBalancers(pretendedCall(cloud))], [false, true]);
    });

    it("is a definition that is established, and remembers the versions that were stored", () => {
        const type = "apiextensions.k8s.io/v1:CustomResourceDefinition";
        const first = made(type, definition());
        assert.deepEqual(at(first, "status.storedVersions"), ["v1"]);
        const versions = [{ name: "v2", storage: true }];
        assert.deepEqual(at(made(type, { spec: { versions } }, first), "status.storedVersions"), [
            "v1",
            "v2",
        ]);
    });
});
