import * as assert from "node:assert/strict";
import { defaultSecurityGroup } from "../../../../sandbox/aws/ec2/default-security-group";
import { describeRefusals, PretendedCloud } from "../../pretended-cloud";
import { missing, Network, REGION } from "../network-fixture";

const { type } = defaultSecurityGroup;
const GROUP = "aws:ec2/securityGroup:SecurityGroup";

describeRefusals(defaultSecurityGroup, {
    CannotDelete: async (cloud) => {
        const vpc = await new Network(cloud).vpc();
        await cloud.deleteByHand(await cloud.create(type, "closed", { vpcId: vpc.id }));
    },
    noDefaultGroup: (cloud) => cloud.create(type, "closed", { vpcId: missing("vpc") }),
    "InvalidGroup.NotFound": async (cloud) => {
        const vpc = await new Network(cloud).vpc();
        const ingress = [{ protocol: "-1", fromPort: 0, toPort: 0, securityGroups: [missing("sg")] }];
        await cloud.create(type, "closed", { vpcId: vpc.id, ingress });
    },
    RulesPerSecurityGroupLimitExceeded: async (cloud) => {
        const vpc = await new Network(cloud).vpc();
        const egress = Array.from({ length: 61 }, (_, port) => ({
            protocol: "tcp",
            fromPort: port,
            toPort: port,
            cidrBlocks: ["10.0.0.0/8"],
        }));
        await cloud.create(type, "closed", { vpcId: vpc.id, egress });
    },
});

describe("a pretended default security group", () => {
    let cloud: PretendedCloud;
    let network: Network;
    beforeEach(() => {
        cloud = new PretendedCloud();
        network = new Network(cloud);
    });
    afterEach(() => cloud.remove());
    it("is the VPC's own group, emptied of its rules", async () => {
        const vpc = await network.vpc();
        const made = await cloud.create(type, "closed", { vpcId: vpc.id, tags: { owner: "a" } });
        assert.equal(made.id, vpc.properties.defaultSecurityGroupId);
        assert.equal(made.properties.name, "default");
        assert.equal(made.properties.description, "default VPC security group");
        assert.deepEqual([made.properties.ingress, made.properties.egress], [[], []]);
        assert.deepEqual(made.properties.tags, { owner: "a" });
        assert.deepEqual(cloud.account.list(GROUP, REGION), []);
    });

    it("keeps the rules that it is given", async () => {
        const vpc = await network.vpc();
        const egress = [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] }];
        const made = await cloud.create(type, "open", { vpcId: vpc.id, egress });
        assert.deepEqual(made.properties.egress, egress);
        const closed = await cloud.update(made, { vpcId: vpc.id, egress }, { vpcId: vpc.id, egress: [] });
        assert.deepEqual(closed.egress, []);
    });

    it("is let go of when it is deleted, as empty as it is, and goes with its VPC", async () => {
        const vpc = await network.vpc();
        const made = await cloud.create(type, "closed", { vpcId: vpc.id });
        await cloud.delete(made);
        const [left] = cloud.account.list(GROUP, REGION);
        assert.equal(left.id, made.id);
        assert.equal(left.urn, undefined);
        assert.deepEqual(left.properties.ingress, []);
        await cloud.delete(vpc);
        assert.deepEqual(cloud.account.all(), []);
    });

    it("stays with a second resource that took it over when the first one goes", async () => {
        const vpc = await network.vpc();
        const first = await cloud.create(type, "old-name", { vpcId: vpc.id });
        const second = await cloud.create(type, "new-name", { vpcId: vpc.id });
        assert.equal(first.id, second.id);
        await cloud.delete(first);
        assert.equal((await cloud.read(second, { vpcId: vpc.id }))?.state.name, "default");
    });

    it("can be named by endpoints and rules as any other group", async () => {
        const vpc = await network.vpc();
        const made = await cloud.create(type, "closed", { vpcId: vpc.id });
        const ruleType = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
        const rule = await cloud.create(ruleType, "https", {
            securityGroupId: made.id,
            cidrIpv4: "10.0.0.0/8",
            ipProtocol: "-1",
        });
        assert.equal(rule.properties.securityGroupId, made.id);
    });

    it("is replaced when its VPC changes and updated when its tags do", () => {
        const { changes } = cloud.diff(type, { vpcId: "vpc-1" }, { vpcId: "vpc-2", tags: {} });
        assert.equal(changes.vpcId.replaces, true);
        assert.equal(changes.tags.replaces, false);
    });
});
