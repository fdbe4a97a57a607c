import * as assert from "node:assert/strict";
import { addon } from "../../../../sandbox/aws/eks/addon";
import { describeRefusals, PretendedCloud } from "../../pretended-cloud";
import { ACCOUNT, ClusterFixture, PODS, REGION, trust } from "../cluster-fixture";
import type { Properties } from "../../../../sandbox/cloud/values";

const ASSOCIATION = "aws:eks/podIdentityAssociation:PodIdentityAssociation";

async function create(cloud: PretendedCloud, name: string, different: Properties = {}): Promise<void> {
    const fixture = new ClusterFixture(cloud);
    await fixture.cluster();
    await fixture.addon(name, different);
}

function withIdentity(role: string): Properties {
    const roleArn = `arn:aws:iam::${ACCOUNT}:role/${role}`;
    return { podIdentityAssociations: [{ roleArn, serviceAccount: "aws-node" }] };
}

describeRefusals(addon, {
    ResourceNotFoundException: (cloud) => new ClusterFixture(cloud).addon("vpc-cni"),
    ResourceInUseException: async (cloud) => {
        await create(cloud, "vpc-cni");
        await new ClusterFixture(cloud).addon("vpc-cni");
    },
    "InvalidParameterException: name": (cloud) => create(cloud, "vpc-cnii"),
    "InvalidParameterException: version": (cloud) =>
        create(cloud, "kube-proxy", { addonVersion: "v1.35.3-eksbuild.2" }),
    "InvalidParameterException: configuration": (cloud) =>
        create(cloud, "vpc-cni", { configurationValues: "{ env: " }),
    "InvalidParameterException: service account role": (cloud) =>
        create(cloud, "vpc-cni", { serviceAccountRoleArn: `arn:aws:iam::${ACCOUNT}:role/nobody` }),
    "InvalidParameterException: role": (cloud) => create(cloud, "vpc-cni", withIdentity("nobody")),
    "InvalidParameterException: trust": async (cloud) => {
        const fixture = new ClusterFixture(cloud);
        await fixture.cluster();
        // Without sts:TagSession a pod gets no credentials.
        await fixture.role("cni", trust("pods.eks.amazonaws.com"));
        await fixture.addon("vpc-cni", withIdentity("cni"));
    },
    "ResourceInUseException: association": async (cloud) => {
        const fixture = new ClusterFixture(cloud);
        await fixture.cluster();
        const cni = await fixture.role("cni", PODS);
        await cloud.create(ASSOCIATION, "cni", {
            clusterName: "platform",
            namespace: "kube-system",
            serviceAccount: "aws-node",
            roleArn: cni.properties.arn,
        });
        await fixture.addon("vpc-cni", withIdentity("cni"));
    },
    DEGRADED: (cloud) => create(cloud, "coredns"),
});

describe("a pretended add-on", () => {
    let cloud: PretendedCloud;
    let fixture: ClusterFixture;
    beforeEach(() => {
        cloud = new PretendedCloud();
        fixture = new ClusterFixture(cloud);
    });
    afterEach(() => cloud.remove());

    it("shows names and times as EKS writes them", async () => {
        await fixture.cluster();
        const { id, properties } = await fixture.addon("vpc-cni", { addonVersion: "v1.21.1-eksbuild.7" });
        assert.equal(id, "platform:vpc-cni");
        assert.match(
            String(properties.arn),
            /^arn:aws:eks:eu-central-1:111122223333:addon\/platform\/vpc-cni\/[0-9a-f-]{36}$/,
        );
        assert.equal(properties.addonVersion, "v1.21.1-eksbuild.7");
        assert.match(String(properties.modifiedAt), /Z$/);
    });

    it("becomes active on nodes, or without them where it runs as a daemon set", async () => {
        await fixture.withNodes();
        for (const name of ["coredns", "aws-ebs-csi-driver", "metrics-server"]) await fixture.addon(name);
    });

    it("stays, with the reason, when it waits for nodes in vain, and recovers by an update", async () => {
        await fixture.readyForNodes();
        await assert.rejects(
            fixture.addon("coredns"),
            /waiting for EKS Add-On \(platform:coredns\) create: timeout .*last state: 'DEGRADED'/,
        );
        const coredns = cloud.account.get(addon.type, "platform:coredns", REGION)!;
        await fixture.nodeGroup();
        const inputs = { clusterName: "platform", addonName: "coredns" };
        await cloud.update(coredns, inputs, inputs);
    });

    it("gives the default version of the cluster's version", async () => {
        await fixture.cluster();
        assert.equal((await fixture.addon("kube-proxy")).properties.addonVersion, "v1.34.0-eksbuild.1");
    });

    it("keeps a version that runs when something else changes, though the cluster has moved on", async () => {
        const before = {
            clusterName: "platform",
            addonName: "kube-proxy",
            addonVersion: "v1.31.9-eksbuild.2",
        };
        await fixture.cluster();
        const made = await fixture.addon("kube-proxy", before);
        const [cluster] = cloud.account.list("aws:eks/cluster:Cluster", REGION);
        await cloud.update(cluster, fixture.clusterInputs(), fixture.clusterInputs({ version: "1.35" }));
        await cloud.update(made, before, { ...before, tags: { owner: "a" } });
        await assert.rejects(
            cloud.update(made, before, { ...before, addonVersion: "v1.31.10-eksbuild.1" }),
            /InvalidParameterException: Addon version specified is not supported/,
        );
    });

    it("makes the associations it is given, changes them and takes them along", async () => {
        await fixture.cluster();
        await fixture.role("cni", PODS);
        await fixture.role("other", PODS);
        const inputs = { clusterName: "platform", addonName: "vpc-cni" };
        const made = await fixture.addon("vpc-cni", withIdentity("cni"));
        await cloud.update(
            made,
            { ...inputs, ...withIdentity("cni") },
            { ...inputs, ...withIdentity("other") },
        );
        const [association] = cloud.account.list(ASSOCIATION, REGION);
        assert.equal(association.properties.roleArn, `arn:aws:iam::${ACCOUNT}:role/other`);
        assert.equal(association.properties.namespace, "kube-system");
        assert.equal(association.urn, undefined);
        await cloud.delete(made);
        assert.deepEqual(fixture.ids(ASSOCIATION), []);
        assert.deepEqual(fixture.ids(addon.type), []);
    });

    it("is replaced for another name or cluster, and updated for another version", () => {
        const before = { clusterName: "platform", addonName: "coredns", addonVersion: "v1.13.2-eksbuild.3" };
        assert.deepEqual(
            cloud.diff(addon.type, before, {
                clusterName: "other",
                addonName: "vpc-cni",
                addonVersion: "v1.13.2-eksbuild.4",
            }).changes,
            {
                clusterName: { kind: "update", replaces: true },
                addonName: { kind: "update", replaces: true },
                addonVersion: { kind: "update", replaces: false },
            },
        );
        const moved = { ...before, namespaceConfig: { namespace: "dns" } };
        assert.deepEqual(cloud.diff(addon.type, before, moved).changes, {
            namespaceConfig: { kind: "add", replaces: true },
        });
    });

    it("is refused at preview with a version or a way to resolve conflicts that there is not", () => {
        const refused = (different: Properties, reason: RegExp): void =>
            assert.throws(
                () => cloud.check(addon.type, "x", { clusterName: "a", addonName: "b", ...different }),
                reason,
            );
        refused({ addonVersion: "latest" }, /^Error: addonVersion: /);
        refused({ resolveConflictsOnCreate: "PRESERVE" }, /^Error: resolveConflictsOnCreate: /);
    });
});
