import * as assert from "node:assert/strict";
import { nodeGroup } from "../../../../sandbox/aws/eks/node-group";
import type { Properties } from "../../../../sandbox/cloud/values";
import { describeRefusals, PretendedCloud } from "../../pretended-cloud";
import { ACCOUNT, ClusterFixture, PODS, REGION, trust } from "../cluster-fixture";

const ENTRY = `platform:arn:aws:iam::${ACCOUNT}:role/nodes`;
const BY_TEMPLATE = { launchTemplate: { id: "lt-1", version: "2" } };

/** A node group that differs from one that would do. */
async function create(cloud: PretendedCloud, different: Properties, template?: Properties): Promise<void> {
    const fixture = new ClusterFixture(cloud);
    await fixture.readyForNodes();
    if (template !== undefined) fixture.launchTemplate(template);
    await fixture.nodeGroup(different);
}

describeRefusals(nodeGroup, {
    ResourceNotFoundException: (cloud) => new ClusterFixture(cloud).nodeGroup(),
    ResourceInUseException: async (cloud) => {
        const fixture = new ClusterFixture(cloud);
        await fixture.withNodes();
        await fixture.nodeGroup();
    },
    "cluster state": async (cloud) => {
        const fixture = new ClusterFixture(cloud);
        const cluster = await fixture.readyForNodes();
        cloud.account.put({ ...cluster, properties: { ...cluster.properties, status: "UPDATING" } });
        await fixture.nodeGroup();
    },
    role: (cloud) => create(cloud, { nodeRoleArn: `arn:aws:iam::${ACCOUNT}:role/nobody` }),
    "role trust": (cloud) => create(cloud, { nodeRoleArn: `arn:aws:iam::${ACCOUNT}:role/control-plane` }),
    subnet: (cloud) => create(cloud, { subnetIds: ["subnet-none"] }),
    "subnet VPC": (cloud) => create(cloud, { subnetIds: ["subnet-far"] }),
    "launch template": (cloud) => create(cloud, BY_TEMPLATE),
    "launch template version": (cloud) => create(cloud, { launchTemplate: { id: "lt-1", version: "3" } }, {}),
    label: (cloud) => create(cloud, { labels: { "node-role.kubernetes.io/system": "" } }),
    "disk size": (cloud) => create(cloud, { ...BY_TEMPLATE, diskSize: 50 }, {}),
    "remote access": (cloud) => create(cloud, { ...BY_TEMPLATE, remoteAccess: { ec2SshKey: "key" } }, {}),
    "instance types twice": (cloud) => create(cloud, BY_TEMPLATE, { instanceType: "m7g.large" }),
    "image twice": (cloud) => create(cloud, BY_TEMPLATE, { imageId: "ami-1" }),
    "version of an own image": (cloud) =>
        create(cloud, { ...BY_TEMPLATE, amiType: "CUSTOM", version: "1.34" }, { imageId: "ami-1" }),
    architecture: (cloud) => create(cloud, { instanceTypes: ["m7i.large"] }),
    image: (cloud) => create(cloud, { amiType: "AL2_ARM_64" }),
    "too few": (cloud) => create(cloud, { scalingConfig: { minSize: 3, desiredSize: 2, maxSize: 4 } }),
    "too many": (cloud) => create(cloud, { scalingConfig: { minSize: 1, desiredSize: 5, maxSize: 4 } }),
    "newer than the cluster": (cloud) => create(cloud, { version: "1.35" }),
    "version down": async (cloud) => {
        const fixture = new ClusterFixture(cloud);
        const made = await fixture.withNodes();
        const inputs = fixture.nodeGroupInputs();
        await cloud.update(made, inputs, { ...inputs, version: "1.33" });
    },
    "NodeCreationFailure: join": async (cloud) => {
        const fixture = new ClusterFixture(cloud);
        await fixture.cluster();
        await fixture.nodeRole(["AmazonEKSWorkerNodePolicy"]);
        await fixture.addonsBeforeNodes();
        await fixture.nodeGroup();
    },
    "NodeCreationFailure: unhealthy": async (cloud) => {
        const fixture = new ClusterFixture(cloud);
        await fixture.cluster();
        await fixture.nodeRole();
        await fixture.nodeGroup();
    },
});

describe("a pretended node group", () => {
    let cloud: PretendedCloud;
    let fixture: ClusterFixture;
    beforeEach(() => {
        cloud = new PretendedCloud();
        fixture = new ClusterFixture(cloud);
    });
    afterEach(() => cloud.remove());

    it("shows names and numbers as EKS writes them", async () => {
        const { id, properties } = await fixture.withNodes();
        assert.equal(id, "platform:system");
        assert.match(
            String(properties.arn),
            /^arn:aws:eks:eu-central-1:111122223333:nodegroup\/platform\/system\/[0-9a-f-]{36}$/,
        );
        assert.match(
            JSON.stringify(properties.resources),
            /^\[\{"autoscalingGroups":\[\{"name":"eks-system-[0-9a-f-]{36}"\}\]/,
        );
        assert.match(String(properties.releaseVersion), /^1\.34\.\d+-\d{8}$/);
        assert.equal(properties.status, "ACTIVE");
    });

    it("fills in what EKS fills in", async () => {
        await fixture.readyForNodes();
        const { properties } = await cloud.create(nodeGroup.type, "default", {
            clusterName: "platform",
            nodeRoleArn: `arn:aws:iam::${ACCOUNT}:role/nodes`,
            subnetIds: ["subnet-a"],
            scalingConfig: { minSize: 1, desiredSize: 1, maxSize: 1 },
        });
        assert.match(String(properties.nodeGroupName), /^default-[0-9a-f]{7}$/);
        const { amiType, capacityType, diskSize, instanceTypes, updateConfig, version } = properties;
        assert.deepEqual(
            { amiType, capacityType, diskSize, instanceTypes, updateConfig, version },
            {
                amiType: "AL2023_x86_64_STANDARD",
                capacityType: "ON_DEMAND",
                diskSize: 20,
                instanceTypes: ["t3.medium"],
                updateConfig: { maxUnavailable: 1 },
                version: "1.34",
            },
        );
    });

    it("has an access entry that EKS makes, and takes it along with the last group of the role", async () => {
        const first = await fixture.withNodes();
        const second = await fixture.nodeGroup({ nodeGroupName: "more" });
        const [entry] = cloud.account.list("aws:eks/accessEntry:AccessEntry", REGION);
        assert.deepEqual([entry.id, entry.properties.type, entry.urn], [ENTRY, "EC2_LINUX", undefined]);
        await cloud.delete(first);
        assert.deepEqual(fixture.ids("aws:eks/accessEntry:AccessEntry"), [ENTRY]);
        await cloud.delete(second);
        assert.deepEqual(fixture.ids("aws:eks/accessEntry:AccessEntry"), []);
        assert.deepEqual(fixture.ids(nodeGroup.type), []);
    });

    it("stays, with the reason, when its nodes do not become ready, and recovers by an update", async () => {
        await fixture.cluster();
        await fixture.nodeRole();
        await assert.rejects(
            fixture.nodeGroup(),
            /NodeCreationFailure: Unhealthy nodes in the kubernetes cluster/,
        );
        const [made] = cloud.account.list(nodeGroup.type, REGION);
        await fixture.addonsBeforeNodes();
        const inputs = fixture.nodeGroupInputs();
        await cloud.update(made, inputs, inputs);
    });

    it("needs a CNI that may ask for addresses: by its own identity with the agent, or by the nodes' role", async () => {
        await fixture.cluster();
        await fixture.nodeRole();
        const cni = await fixture.role("cni", PODS);
        await fixture.addon("kube-proxy");
        await fixture.addon("vpc-cni");
        const podIdentity = { clusterName: "platform", namespace: "kube-system", serviceAccount: "aws-node" };
        await cloud.create("aws:eks/podIdentityAssociation:PodIdentityAssociation", "cni", {
            ...podIdentity,
            roleArn: cni.properties.arn,
        });
        await assert.rejects(fixture.nodeGroup({ nodeGroupName: "without-agent" }), /Unhealthy nodes/);
        await fixture.addon("eks-pod-identity-agent");
        await fixture.nodeGroup({ nodeGroupName: "with-agent" });
    });

    it("finds the CNI of a cluster that brings its own add-ons", async () => {
        await fixture.cluster({ bootstrapSelfManagedAddons: true });
        const policies = [
            "AmazonEKSWorkerNodePolicy",
            "AmazonEC2ContainerRegistryReadOnly",
            "AmazonEKS_CNI_Policy",
        ];
        await fixture.nodeRole(policies);
        await fixture.nodeGroup();
    });

    it("takes a launch template by number, by $Latest and by name", async () => {
        await fixture.readyForNodes();
        fixture.launchTemplate();
        const references: Properties[] = [
            { id: "lt-1", version: "1" },
            { id: "lt-1", version: "$Latest" },
            { name: "nodes", version: "$Default" },
        ];
        for (const [index, launchTemplate] of references.entries()) {
            const { properties } = await fixture.nodeGroup({
                nodeGroupName: `group-${index}`,
                launchTemplate,
            });
            const { version } = launchTemplate;
            assert.deepEqual(properties.launchTemplate, { id: "lt-1", name: "nodes", version });
            assert.equal(properties.diskSize, 0);
        }
    });

    it("rolls to a new template version, and to the cluster's version only when told to", async () => {
        await fixture.readyForNodes({ version: "1.33" });
        fixture.launchTemplate();
        const inputs = fixture.nodeGroupInputs({ launchTemplate: { id: "lt-1", version: "1" } });
        const made = await fixture.nodeGroup(inputs);
        const [cluster] = cloud.account.list("aws:eks/cluster:Cluster", REGION);
        await cloud.update(
            cluster,
            fixture.clusterInputs({ version: "1.33" }),
            fixture.clusterInputs({ version: "1.34" }),
        );
        const rolled = { ...inputs, ...BY_TEMPLATE };
        assert.equal((await cloud.update(made, inputs, rolled)).version, "1.33");
        const after = await cloud.update(made, rolled, { ...rolled, version: "1.34" });
        assert.equal(after.version, "1.34");
        assert.match(String(after.releaseVersion), /^1\.34\./);
    });

    it("is replaced for other machines and updated for other numbers", () => {
        const before = fixture.nodeGroupInputs({ launchTemplate: { id: "lt-1", version: "1" } });
        const replaced = (after: Properties): boolean =>
            Object.values(cloud.diff(nodeGroup.type, before, { ...before, ...after }).changes).some(
                (item) => item.replaces,
            );
        assert.ok(replaced({ instanceTypes: ["m7g.xlarge"] }));
        assert.ok(replaced({ amiType: "BOTTLEROCKET_ARM_64" }));
        assert.ok(replaced({ launchTemplate: { id: "lt-2", version: "1" } }));
        assert.ok(replaced({ subnetIds: ["subnet-a"] }));
        assert.ok(!replaced({ ...BY_TEMPLATE }));
        assert.ok(!replaced({ scalingConfig: { minSize: 1, desiredSize: 2, maxSize: 4 } }));
        assert.ok(!replaced({ version: "1.34" }));
        assert.deepEqual(
            cloud.diff(nodeGroup.type, before, { ...before, subnetIds: ["subnet-b", "subnet-a"] }).changes,
            {},
        );
    });

    it("is refused at preview with a kind of image, capacity or taint that there is not", () => {
        const refused = (different: Properties, reason: RegExp): void =>
            assert.throws(() => cloud.check(nodeGroup.type, "x", fixture.nodeGroupInputs(different)), reason);
        refused({ amiType: "AL2023" }, /^Error: amiType: /);
        refused({ capacityType: "CHEAP" }, /^Error: capacityType: /);
        refused({ taints: [{ key: "a", effect: "NoSchedule" }] }, /^Error: taints\[0\]\.effect: /);
        refused({ nodeGroupName: "x".repeat(64) }, /^Error: nodeGroupName: /);
        refused({ scalingConfig: { minSize: 0, desiredSize: 0, maxSize: 0 } }, /scalingConfig.maxSize: /);
    });

    it("does not ask for a network while it has no nodes", async () => {
        await fixture.cluster();
        await fixture.role("nodes", trust("ec2.amazonaws.com"));
        await fixture.nodeGroup({ scalingConfig: { minSize: 0, desiredSize: 0, maxSize: 2 } });
    });
});
