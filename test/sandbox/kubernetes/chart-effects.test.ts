import * as assert from "node:assert/strict";
import type { CloudObject } from "../../../sandbox/cloud/account";
import type { Properties } from "../../../sandbox/cloud/values";
import {
    bringDefinitions,
    definitionObjects,
    hasIngressController,
    ownershipProblems,
    takeDefinitions,
} from "../../../sandbox/kubernetes/chart-effects";
import { release } from "../../../sandbox/kubernetes/release";
import type { PretendedCloud } from "../pretended-cloud";
import { definition } from "./objects-fixture";
import { newCluster, pretendedCall } from "./pretended-cluster";

const DEFINITION = "kubernetes:apiextensions.k8s.io/v1:CustomResourceDefinition";
const NODE_POOL = "kubernetes:karpenter.sh/v1:NodePool";

const inputs = (chart: string, changes: Properties = {}): Properties => ({
    name: chart,
    namespace: "default",
    chart,
    version: "1.0.0",
    repositoryOpts: { repo: "https://charts.example.com" },
    ...changes,
});

const pool = {
    apiVersion: "karpenter.sh/v1",
    kind: "NodePool",
    metadata: { name: "p" },
    spec: { anything: 1 },
};

describe("the definitions of a chart", () => {
    let cloud: PretendedCloud;
    beforeEach(() => (cloud = newCluster()));
    afterEach(() => cloud.remove());
    const install = (chart: string, changes?: Properties): Promise<CloudObject> =>
        cloud.create(release.type, chart, inputs(chart, changes));
    const names = (): string[] =>
        pretendedCall(cloud)
            .list(DEFINITION)
            .map(({ id }) => id);

    it("come with its release, and their kinds can be made then", async () => {
        await assert.rejects(
            cloud.create(NODE_POOL, "p", pool),
            /no matches for kind "NodePool" in version "karpenter\.sh\/v1"/,
        );
        await install("karpenter-crd");
        const made = await cloud.create(NODE_POOL, "p", pool);
        assert.equal(made.id, "p", "a node pool lives in no namespace");
    });

    it("go with it, and the objects of their kinds, where they are templates", async () => {
        const made = await install("karpenter-crd");
        const one = await cloud.create(NODE_POOL, "p", pool);
        await cloud.delete(made);
        assert.deepEqual(names(), []);
        assert.equal(await cloud.read(one), undefined);
    });

    it("stay where they are in `crds/` or marked to be kept", async () => {
        for (const chart of ["karpenter", "argo-cd"]) await cloud.delete(await install(chart));
        assert.ok(names().includes("nodepools.karpenter.sh"));
        assert.ok(names().includes("applications.argoproj.io"));
        await install("argo-cd");
    });

    it("go where the values say that they are not kept", async () => {
        await cloud.delete(await install("argo-cd", { values: { crds: { keep: false } } }));
        assert.deepEqual(names(), []);
    });

    it("are left out when the release skips them, and in an upgrade", async () => {
        const made = await install("external-dns", { skipCrds: true });
        await cloud.update(made, inputs("external-dns"), inputs("external-dns", { values: { a: 1 } }));
        assert.deepEqual(names(), []);
    });

    it("are among the objects of the release where they are its own", () => {
        assert.equal(definitionObjects(inputs("argo-cd")).length, 3);
        assert.deepEqual(definitionObjects(inputs("external-dns")), []);
        assert.deepEqual(definitionObjects(inputs("other")), []);
    });

    it("are refused where somebody else has made them", async () => {
        await install("karpenter");
        await assert.rejects(
            install("karpenter-crd"),
            /CustomResourceDefinition "ec2nodeclasses\.karpenter\.k8s\.aws" in namespace "" exists and cannot be imported .* label validation error: missing key "app\.kubernetes\.io\/managed-by": must be set to "Helm"/,
        );
    });

    it("are told apart by their owner's name and namespace", () => {
        const call = pretendedCall(cloud);
        bringDefinitions(inputs("argo-cd"), { name: "a", namespace: "b" }, true, call);
        const [object] = definitionObjects(inputs("argo-cd"));
        assert.deepEqual(ownershipProblems(object, { name: "a", namespace: "b" }, call), []);
        assert.deepEqual(ownershipProblems(object, { name: "a", namespace: "c" }, call), [
            'annotation validation error: key "meta.helm.sh/release-namespace" must equal "c": current value is "b"',
        ]);
    });

    it("leave those alone that no release made", async () => {
        await cloud.create(DEFINITION, "w", definition());
        const made = await install("karpenter-crd");
        takeDefinitions(made, pretendedCall(cloud));
        assert.deepEqual(names(), ["widgets.example.com"]);
    });

    it("are no sign of an ingress controller, a chart is", async () => {
        await install("karpenter");
        assert.equal(hasIngressController(pretendedCall(cloud)), false);
        await install("aws-load-balancer-controller");
        assert.equal(hasIngressController(pretendedCall(cloud)), true);
    });
});
