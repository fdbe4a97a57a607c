import assert from "node:assert/strict";
import { graphOf, type RecordedResource } from "../../bench/graph";

const urn = (type: string, name: string) => `urn:pulumi:dvlp::core-platform::${type}::${name}`;
const STACK = urn("pulumi:pulumi:Stack", "core-platform-dvlp");
const PROVIDER = urn("pulumi:providers:aws", "aws");
const COMPONENT = urn("core-platform:network:Network", "network");
const VPC = urn("core-platform:network:Network$aws:ec2/vpc:Vpc", "vpc");
const REMOTE = urn("eks:index:Cluster", "eks");

const RECORDED: RecordedResource[] = [
    { urn: STACK, type: "pulumi:pulumi:Stack", custom: false },
    { urn: urn("pulumi:providers:eks", "default"), type: "pulumi:providers:eks", custom: true },
    { urn: PROVIDER, type: "pulumi:providers:aws", custom: true, parent: STACK, inputs: { __internal: {} } },
    { urn: COMPONENT, type: "core-platform:network:Network", custom: false, parent: STACK },
    {
        urn: VPC,
        type: "aws:ec2/vpc:Vpc",
        custom: true,
        id: "vpc-0123456789",
        parent: COMPONENT,
        provider: `${PROVIDER}::b877b447`,
        protect: true,
        inputs: { cidrBlock: "10.0.0.0/16", tagsAll: { stack: "dvlp" } },
        outputs: { short: "true", nested: [{ arn: "arn:aws:ec2:vpc" }], count: 12345678 },
    },
    {
        urn: REMOTE,
        type: "eks:index:Cluster",
        custom: false,
        parent: STACK,
        inputs: { vpcId: "vpc-0123456789", version: "1.35" },
        dependencies: [VPC, COMPONENT],
        propertyDependencies: { vpcId: [VPC] },
    },
    {
        urn: urn("eks:index:Cluster$aws:eks/cluster:Cluster", "c"),
        type: "aws:eks/cluster:Cluster",
        custom: true,
        parent: REMOTE,
    },
];

describe("The graph of a deployed stack", () => {
    const { resources, size } = graphOf(RECORDED, "core-platform:");
    const of = (wanted: string) => resources.find((resource) => resource.urn === wanted)!;

    it("has every resource but the stack and the engine's default providers", () => {
        assert.deepEqual(
            resources.map(({ name, kind }) => [name, kind]),
            [
                ["aws", "provider"],
                ["network", "component"],
                ["vpc", "custom"],
                ["eks", "remote"],
                ["c", "custom"],
            ],
        );
    });

    it("is as large as a preview counts it, the stack included", () => {
        assert.equal(size, 6);
    });

    it("says what a remote component's plugin makes by itself", () => {
        assert.deepEqual(
            resources.filter(({ parentIsRemote }) => parentIsRemote).map(({ name }) => name),
            ["c"],
        );
    });

    it("keeps what the program gave, and not what engine and provider added", () => {
        assert.deepEqual(of(VPC).inputs, { cidrBlock: "10.0.0.0/16" });
        assert.deepEqual(of(PROVIDER).inputs, {});
        assert.equal(of(REMOTE).inputs.version, "1.35");
    });

    it("names providers and parents by their URNs, and keeps protection", () => {
        assert.equal(of(VPC).provider, PROVIDER);
        assert.equal(of(VPC).parent, COMPONENT);
        assert.equal(of(VPC).protect, true);
        assert.equal(of(REMOTE).protect, false);
    });

    it("keeps as dependencies what no input brings", () => {
        assert.deepEqual(of(REMOTE).dependsOn, [COMPONENT]);
        assert.deepEqual(of(REMOTE).propertyDependencies, { vpcId: [VPC] });
    });

    it("knows by their path the strings that can be identifiers", () => {
        assert.deepEqual(of(VPC).outputs, { id: "vpc-0123456789", "nested.0.arn": "arn:aws:ec2:vpc" });
    });
});
