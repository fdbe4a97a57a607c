import * as assert from "node:assert/strict";
import { vpc } from "../../../../sandbox/aws/ec2/vpc";
import { describeRefusals, PretendedCloud } from "../../pretended-cloud";

describeRefusals(vpc, {
    "InvalidVpc.Range": (cloud) => cloud.create(vpc.type, "network", { cidrBlock: "10.0.0.0/8" }),
    VpcLimitExceeded: async (cloud) => {
        for (let i = 0; i <= 5; i++)
            await cloud.create(vpc.type, `network-${i}`, { cidrBlock: `10.${i}.0.0/16` });
    },
    DependencyViolation: async (cloud) => {
        const network = await cloud.create(vpc.type, "network", { cidrBlock: "10.0.0.0/16" });
        cloud.account.put({
            type: "aws:ec2/subnet:Subnet",
            id: "subnet-1",
            region: "eu-central-1",
            createdAt: network.createdAt,
            urn: cloud.urn("aws:ec2/subnet:Subnet", "subnet"),
            properties: { vpcId: network.id },
        });
        await cloud.delete(network);
    },
});

describe("a pretended VPC", () => {
    let cloud: PretendedCloud;
    beforeEach(() => (cloud = new PretendedCloud()));
    afterEach(() => cloud.remove());

    it("comes with a default security group and goes with it", async () => {
        const network = await cloud.create(vpc.type, "network", { cidrBlock: "10.0.0.0/16" });
        assert.match(network.id, /^vpc-0[0-9a-f]{16}$/);
        const groups = cloud.account.list("aws:ec2/securityGroup:SecurityGroup", "eu-central-1");
        assert.deepEqual(
            groups.map((group) => group.id),
            [network.properties.defaultSecurityGroupId],
        );
        await cloud.delete(network);
        assert.deepEqual(cloud.account.all(), []);
    });

    it("is replaced when its range changes and updated when its tags do", () => {
        const before = { cidrBlock: "10.0.0.0/16", tags: { owner: "a" } };
        assert.deepEqual(cloud.diff(vpc.type, before, { ...before, cidrBlock: "10.1.0.0/16" }).changes, {
            cidrBlock: { kind: "update", replaces: true },
        });
        assert.deepEqual(cloud.diff(vpc.type, before, { ...before, tags: { owner: "b" } }).changes, {
            "tags.owner": { kind: "update", replaces: false },
        });
    });

    it("names the nearest property for one that it does not know", () => {
        assert.throws(
            () => cloud.check(vpc.type, "network", { cidrBlok: "10.0.0.0/16" }),
            /did you mean "cidrBlock"\?/,
        );
    });
});
