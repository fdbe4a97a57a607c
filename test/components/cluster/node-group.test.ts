import * as assert from "node:assert/strict";
import { NodeGroup, NodeRole, type NodeGroupShape } from "../../../components/cluster/node-group";
import type { Properties } from "../../../sandbox/cloud/values";
import { awsMocks } from "../../helpers/aws-mocks";
import { named, runMocked, type Registration } from "../../helpers/mocked-engine";

const shape: NodeGroupShape = {
    instanceTypes: ["m7g.large"],
    amiType: "AL2023_ARM_64_STANDARD",
    capacityType: "ON_DEMAND",
    minSize: 2,
    maxSize: 4,
    desiredSize: 3,
    diskSizeGiB: 60,
    labels: { tier: "system" },
    taints: [{ key: "dedicated", value: "system", effect: "NO_SCHEDULE" }],
};

async function nodeGroup(changes: Partial<NodeGroupShape> = {}): Promise<Registration[]> {
    const { registrations } = await runMocked({ resources: awsMocks }, () => {
        new NodeGroup("cluster-system", {
            clusterName: "core-platform-dvlp",
            version: "1.34",
            roleArn: "arn:aws:iam::111122223333:role/nodes",
            subnetIds: ["subnet-1"],
            shape: { ...shape, ...changes },
            after: [],
            tags: { owner: "platform-team", Name: "core-platform-dvlp-system" },
        });
    });
    return registrations;
}

describe("NodeGroup", () => {
    it("asks for IMDSv2 at one hop", async () => {
        const { metadataOptions } = named(await nodeGroup(), "cluster-system-template").inputs;
        assert.deepEqual(metadataOptions, {
            httpEndpoint: "enabled",
            httpTokens: "required",
            httpPutResponseHopLimit: 1,
        });
    });

    it("encrypts a gp3 volume of the configured size, on the device of the image's kind", async () => {
        const volume = { volumeSize: 60, volumeType: "gp3", encrypted: "true", deleteOnTermination: "true" };
        const mappings = async (amiType: string): Promise<unknown> =>
            named(await nodeGroup({ amiType }), "cluster-system-template").inputs.blockDeviceMappings;
        assert.deepEqual(await mappings("AL2023_ARM_64_STANDARD"), [
            { deviceName: "/dev/xvda", ebs: volume },
        ]);
        assert.deepEqual(await mappings("BOTTLEROCKET_ARM_64"), [{ deviceName: "/dev/xvdb", ebs: volume }]);
    });

    it("tags instances, volumes and interfaces, which default tags do not reach", async () => {
        const specifications = named(await nodeGroup(), "cluster-system-template").inputs
            .tagSpecifications as Properties[];
        const tags = { owner: "platform-team", Name: "core-platform-dvlp-system" };
        assert.deepEqual(
            specifications,
            ["instance", "volume", "network-interface"].map((resourceType) => ({ resourceType, tags })),
        );
    });

    it("takes the launch template by number", async () => {
        const { launchTemplate } = named(await nodeGroup(), "cluster-system-nodes").inputs;
        assert.deepEqual(launchTemplate, { id: "cluster-system-template-id", version: "7" });
    });

    it("leaves the number of nodes to the autoscaler after the start", async () => {
        const nodes = named(await nodeGroup(), "cluster-system-nodes");
        assert.deepEqual(nodes.ignoreChanges, ["scalingConfig.desiredSize"]);
        assert.deepEqual(nodes.inputs.scalingConfig, { minSize: 2, maxSize: 4, desiredSize: 3 });
    });

    it("passes labels and taints on", async () => {
        const { inputs } = named(await nodeGroup(), "cluster-system-nodes");
        assert.deepEqual([inputs.labels, inputs.taints], [shape.labels, shape.taints]);
    });
});

describe("NodeRole", () => {
    it("may not manage network interfaces: that is the CNI's own identity", async () => {
        const { registrations } = await runMocked(
            { resources: awsMocks },
            () => void new NodeRole("cluster-node-role", {}),
        );
        const policies = registrations.filter(
            ({ type }) => type === "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
        );
        assert.deepEqual(
            policies.map(({ inputs }) => inputs.policyArn),
            [
                "arn:aws:iam::aws:policy/AmazonEC2ContainerRegistryPullOnly",
                "arn:aws:iam::aws:policy/AmazonEKSWorkerNodePolicy",
            ],
        );
    });
});
