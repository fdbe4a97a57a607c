import * as assert from "node:assert/strict";
import type { Properties } from "../../../sandbox/cloud/values";
import { namespace } from "../../../sandbox/kubernetes/namespace";
import { release } from "../../../sandbox/kubernetes/release";
import type { PretendedCloud } from "../pretended-cloud";
import {
    deleteCluster,
    dismiss,
    kubeconfig,
    newCluster,
    REGION,
    ROLE,
    type Shape,
} from "./pretended-cluster";

const apps: Properties = { metadata: { name: "apps" } };
const metrics: Properties = {
    name: "metrics",
    namespace: "default",
    chart: "metrics-server",
    version: "3.13.1",
    repositoryOpts: { repo: "https://kubernetes-sigs.github.io/metrics-server" },
};
const USER = "arn:aws:sts::111122223333:assumed-role/deployer/EKSGetTokenAuth";

async function withCluster(shape: Shape, action: (cloud: PretendedCloud) => Promise<void>): Promise<void> {
    const cloud = newCluster(shape);
    try {
        await action(cloud);
    } finally {
        cloud.remove();
    }
}

describe("who may do what on a pretended cluster", () => {
    it("a viewer reads namespaces and makes none", () =>
        withCluster({ policy: "AmazonEKSViewPolicy" }, async (cloud) => {
            const urn = cloud.urn(namespace.type, "apps");
            await assert.rejects(cloud.create(namespace.type, "apps", apps), {
                message:
                    `resource "${urn}" was not successfully created by the Kubernetes API server: ` +
                    `namespaces is forbidden: User "${USER}" cannot create resource "namespaces" in API group "" ` +
                    "at the cluster scope",
            });
            assert.ok(await cloud.read(object(cloud, namespace.type, "kube-system")));
        }));

    it("a viewer can't read releases, which are kept in Secrets", () =>
        withCluster({ policy: "AmazonEKSViewPolicy" }, async (cloud) => {
            await assert.rejects(cloud.read(object(cloud, release.type, "default/metrics")), {
                message:
                    `query: failed to query with labels: secrets is forbidden: User "${USER}" cannot list resource ` +
                    '"secrets" in API group "" in the namespace "default"',
            });
            await assert.rejects(
                cloud.create(release.type, "metrics", metrics),
                /^RefusedError: create: failed to create: secrets is forbidden/,
            );
        }));

    it("an admin viewer reads releases", () =>
        withCluster({ policy: "AmazonEKSAdminViewPolicy" }, async (cloud) => {
            assert.equal(await cloud.read(object(cloud, release.type, "default/metrics")), undefined);
        }));

    it("an editor can't install a chart with objects of the whole cluster", () =>
        withCluster({ policy: "AmazonEKSEditPolicy" }, async (cloud) => {
            await assert.rejects(
                cloud.create(release.type, "metrics", metrics),
                /clusterroles\.rbac\.authorization\.k8s\.io is forbidden: .* API group "rbac\.authorization\.k8s\.io"/,
            );
            const other = { chart: "other", repositoryOpts: { repo: "https://charts.example.com" } };
            await cloud.create(release.type, "other", { ...metrics, ...other });
        }));

    it("a scope of namespaces counts inside them alone, asterisks included", () =>
        withCluster({ namespaces: ["team-*"] }, async (cloud) => {
            const other = { chart: "other", repositoryOpts: { repo: "https://charts.example.com" } };
            await assert.rejects(
                cloud.create(release.type, "other", { ...metrics, ...other }),
                /in the namespace "default"/,
            );
            assert.equal(await cloud.read(object(cloud, release.type, "team-a/x")), undefined);
            await assert.rejects(
                cloud.create(namespace.type, "a", { metadata: { name: "team-a" } }),
                /scope$/,
            );
        }));

    it("an entry without a policy may nothing", () =>
        withCluster({ policy: null }, async (cloud) => {
            await assert.rejects(cloud.create(namespace.type, "apps", apps), /namespaces is forbidden/);
        }));

    it("who is dismissed while the provider runs is turned away", () =>
        withCluster({}, async (cloud) => {
            dismiss(cloud);
            for (const entry of cloud.account.list("aws:eks/accessEntry:AccessEntry", REGION))
                cloud.account.remove(entry);
            await assert.rejects(
                cloud.create(namespace.type, "apps", apps),
                /the server has asked for the client to provide credentials$/,
            );
        }));

    it("who comes before the access entry stays outside until the provider starts again", () =>
        withCluster({}, async (cloud) => {
            const [entry] = cloud.account.list("aws:eks/accessEntry:AccessEntry", REGION);
            cloud.account.remove(entry);
            cloud.configure({ kubeconfig: kubeconfig() });
            cloud.account.put(entry);
            await assert.rejects(
                cloud.create(namespace.type, "apps", apps),
                /^RefusedError: configured Kubernetes cluster is unreachable: .* provide credentials$/,
            );
            cloud.configure({ kubeconfig: kubeconfig() });
            await cloud.create(namespace.type, "apps", apps);
        }));

    it("objects of a deleted cluster are dropped where the provider is told to", () =>
        withCluster({ provider: { kubeconfig: kubeconfig(), deleteUnreachable: true } }, async (cloud) => {
            const made = await cloud.create(namespace.type, "apps", apps);
            deleteCluster(cloud);
            assert.equal(await cloud.read(made), undefined);
            await cloud.delete(made);
        }));

    it("the user name of the entry stands in the refusal", () =>
        withCluster({ policy: null }, async (cloud) => {
            const [entry] = cloud.account.list("aws:eks/accessEntry:AccessEntry", REGION);
            cloud.account.put({
                ...entry,
                properties: { ...entry.properties, userName: "ci:{{SessionName}}" },
            });
            await assert.rejects(
                cloud.create(namespace.type, "apps", apps),
                /User "ci:EKSGetTokenAuth" cannot/,
            );
            assert.equal(entry.properties.principalArn, ROLE);
        }));
});

/** An object as the engine asks for it, whether it is there or not. */
function object(cloud: PretendedCloud, type: string, id: string): Parameters<PretendedCloud["read"]>[0] {
    return { type, id, region: "", createdAt: "", urn: cloud.urn(type, "x"), properties: {} };
}
