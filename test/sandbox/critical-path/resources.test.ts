import assert from "node:assert/strict";
import { resourcesOf } from "../../../sandbox/critical-path/resources";

const urn = (type: string, name: string): string => `urn:pulumi:dvlp::core-platform::${type}::${name}`;
const VPC = urn("aws:ec2/vpc:Vpc", "network-vpc");
const SUBNET = urn("core-platform:network:Network$aws:ec2/subnet:Subnet", "network-subnet");
const PROVIDER = urn("pulumi:providers:aws", "aws");

const preview = {
    steps: [
        {
            op: "create",
            newState: {
                urn: SUBNET,
                type: "aws:ec2/subnet:Subnet",
                custom: true,
                parent: "urn:of:the::network",
                dependencies: [PROVIDER, VPC],
                propertyDependencies: { vpcId: [VPC], tags: [VPC], cidrBlock: [] },
            },
        },
        {
            op: "create",
            newState: {
                urn: VPC,
                type: "aws:ec2/vpc:Vpc",
                custom: true,
                inputs: { cidrBlock: "10.0.0.0/16" },
                provider: `${PROVIDER}::04da6b54-80e4-46f7-96ec-b56ff0331ba9`,
            },
        },
        { op: "delete" },
    ],
};

describe("the resources of a preview", () => {
    it("are what it would make, in the order of their URNs, with what they wait for", () => {
        assert.deepEqual(resourcesOf(JSON.stringify(preview)), [
            {
                urn: VPC,
                type: "aws:ec2/vpc:Vpc",
                name: "network-vpc",
                custom: true,
                inputs: { cidrBlock: "10.0.0.0/16" },
                parent: undefined,
                provider: PROVIDER,
                dependencies: [],
                inputSources: [],
            },
            {
                urn: SUBNET,
                type: "aws:ec2/subnet:Subnet",
                name: "network-subnet",
                custom: true,
                inputs: {},
                parent: "urn:of:the::network",
                provider: undefined,
                dependencies: [VPC, PROVIDER],
                inputSources: [VPC],
            },
        ]);
    });

    it("are refused where there are none", () => {
        assert.throws(() => resourcesOf('{"config": {}}'), /the preview has no steps/);
    });
});
