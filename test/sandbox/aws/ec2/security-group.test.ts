import * as assert from "node:assert/strict";
import { securityGroup } from "../../../../sandbox/aws/ec2/security-group";
import type { Properties } from "../../../../sandbox/cloud/values";
import { describeRefusals, PretendedCloud } from "../../pretended-cloud";
import { missing, Network, REGION } from "../network-fixture";

const { type } = securityGroup;

describeRefusals(securityGroup, {
    CannotDelete: async (cloud) => {
        const vpc = await new Network(cloud).vpc();
        const made = cloud.account.list(type, REGION).find(({ properties }) => properties.vpcId === vpc.id);
        await cloud.deleteByHand(made!);
    },
    "InvalidVpcID.NotFound": (cloud) => cloud.create(type, "web", { vpcId: missing("vpc") }),
    "InvalidGroup.NotFound": async (cloud) => {
        const network = new Network(cloud);
        const ingress = [{ protocol: "tcp", fromPort: 443, toPort: 443, securityGroups: [missing("sg")] }];
        await network.securityGroup(await network.vpc(), { ingress });
    },
    VPCIdNotSpecified: (cloud) => cloud.create(type, "web", {}),
    "InvalidGroup.Duplicate": async (cloud) => {
        const network = new Network(cloud);
        const vpc = await network.vpc();
        await network.securityGroup(vpc, { name: "web" });
        await network.securityGroup(vpc, { name: "web" });
    },
    reservedName: async (cloud) => {
        const network = new Network(cloud);
        await network.securityGroup(await network.vpc(), { name: "Default" });
    },
    description: async (cloud) => {
        const network = new Network(cloud);
        await network.securityGroup(await network.vpc(), { description: "für alle" });
    },
    RulesPerSecurityGroupLimitExceeded: async (cloud) => {
        const network = new Network(cloud);
        const ingress = Array.from({ length: 61 }, (_, port) => rule({ fromPort: port, toPort: port }));
        await network.securityGroup(await network.vpc(), { ingress });
    },
    DependencyViolation: async (cloud) => {
        const network = new Network(cloud);
        const group = await network.securityGroup(await network.vpc());
        network.put("aws:ec2/networkInterface:NetworkInterface", "eni-1", { securityGroupIds: [group.id] });
        await cloud.delete(group);
    },
});

function rule(differs: Properties = {}): Properties {
    return { protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["10.0.0.0/8"], ...differs };
}

describe("a pretended security group", () => {
    let cloud: PretendedCloud;
    let network: Network;
    beforeEach(() => {
        cloud = new PretendedCloud();
        network = new Network(cloud);
    });
    afterEach(() => cloud.remove());
    it("is made, read and deleted, and leaves nothing", async () => {
        const vpc = await network.vpc();
        const made = await network.securityGroup(vpc, { name: "web" });
        assert.match(made.id, /^sg-0[0-9a-f]{16}$/);
        const found = await cloud.read(made, { vpcId: vpc.id, name: "web" });
        assert.equal(found?.state.arn, `arn:aws:ec2:eu-central-1:111122223333:security-group/${made.id}`);
        assert.deepEqual(found?.inputs, { vpcId: vpc.id, name: "web" });
        await cloud.delete(made);
        await cloud.delete(vpc);
        assert.deepEqual(cloud.account.all(), []);
    });

    it("lets nothing in or out until it is told to: the provider takes EC2's own rule away", async () => {
        const { properties } = await network.securityGroup(await network.vpc());
        assert.deepEqual([properties.ingress, properties.egress], [[], []]);
        assert.equal(properties.description, "Managed by Pulumi");
    });

    it("is named by its resource, a dash and seven digits, and keeps the name", async () => {
        const { id: vpcId } = await network.vpc();
        const { name } = (await cloud.create(type, "web", { vpcId })).properties;
        assert.match(String(name), /^web-[0-9a-f]{7}$/);
        const checked = cloud.check(type, "web", { vpcId }, cloud.check(type, "web", { vpcId }));
        const again = cloud.check(type, "web", { vpcId }, checked);
        assert.equal(again.name, checked.name);
    });

    it("may begin with a given prefix", async () => {
        const { properties } = await network.securityGroup(await network.vpc(), { namePrefix: "web-" });
        assert.match(String(properties.name), /^web-\d{18}[0-9a-f]{8}$/);
    });

    it("may have the name of a group in another VPC", async () => {
        await network.securityGroup(await network.vpc(), { name: "web" });
        const other = await network.securityGroup(await network.vpc(), { name: "web" });
        assert.equal(other.properties.name, "web");
    });

    it("changes its rules by an update, and keeps them when the program says no more of them", async () => {
        const vpc = await network.vpc();
        const before = { vpcId: vpc.id, name: "web" };
        const made = await network.securityGroup(vpc, before);
        const after = { ...before, ingress: [rule()] };
        assert.deepEqual((await cloud.update(made, before, after)).ingress, [rule()]);
        const tagged = await cloud.update(made, after, { ...before, tags: { owner: "a" } });
        assert.deepEqual(tagged.ingress, [rule()]);
    });

    for (const [user, userType, properties] of [
        ["a cluster", "aws:eks/cluster:Cluster", (id: string) => ({ vpcConfig: { securityGroupIds: [id] } })],
        [
            "a cluster that made it",
            "aws:eks/cluster:Cluster",
            (id: string) => ({ vpcConfig: { clusterSecurityGroupId: id } }),
        ],
        [
            "another group's rule",
            "aws:ec2/securityGroup:SecurityGroup",
            (id: string) => ({ ingress: [rule({ securityGroups: [id] })] }),
        ],
        [
            "a rule beside another group",
            "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
            (id: string) => ({ securityGroupId: "sg-other", referencedSecurityGroupId: id }),
        ],
    ] as [string, string, (id: string) => Properties][]) {
        it(`stays while ${user} holds on to it`, async () => {
            const made = await network.securityGroup(await network.vpc());
            const held = network.put(userType, "held", properties(made.id));
            await assert.rejects(cloud.delete(made), { code: "DependencyViolation" });
            cloud.account.remove(held);
            await cloud.delete(made);
        });
    }

    it("stays while nodes run from a launch template that names it, and not for the template alone", async () => {
        const made = await network.securityGroup(await network.vpc());
        const template = await network.launchTemplate({ vpcSecurityGroupIds: [made.id] });
        const nodes = network.put("aws:eks/nodeGroup:NodeGroup", "nodes", {
            launchTemplate: { id: template.id, version: "1" },
        });
        await assert.rejects(cloud.delete(made), { code: "DependencyViolation" });
        cloud.account.remove(nodes);
        await cloud.delete(made);
    });

    it("goes with the rules beside it, one that names itself among them", async () => {
        const made = await network.securityGroup(await network.vpc());
        const ruleType = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
        await cloud.create(ruleType, "among-itself", {
            securityGroupId: made.id,
            referencedSecurityGroupId: made.id,
            ipProtocol: "-1",
        });
        await cloud.delete(made);
        assert.deepEqual(cloud.account.list(ruleType, REGION), []);
    });

    it("does not care for the order of its rules and of the groups in them", () => {
        const before = { ingress: [rule({ securityGroups: ["sg-1", "sg-2"] }), rule({ fromPort: 80 })] };
        const turned = { ingress: [before.ingress[1], before.ingress[0]] };
        assert.deepEqual(cloud.diff(type, before, turned).changes, {});
        const inner = { ingress: [rule({ securityGroups: ["sg-2", "sg-1"] }), before.ingress[1]] };
        assert.deepEqual(cloud.diff(type, before, inner).changes, {});
        const other = { ingress: [before.ingress[0]] };
        assert.deepEqual(cloud.diff(type, before, other).changes, {
            "ingress[1]": { kind: "delete", replaces: false },
        });
    });

    it("is replaced when its description changes, the old one first where the name is given", () => {
        const before = { name: "web", description: "a" };
        const { changes, deleteBeforeReplace } = cloud.diff(type, before, { ...before, description: "b" });
        assert.deepEqual(changes, { description: { kind: "update", replaces: true } });
        assert.equal(deleteBeforeReplace, true);
    });

    it("is refused at preview with a name like an id, too long a text, or a bad range", () => {
        const check = (inputs: Properties) => () =>
            cloud.check(type, "web", { vpcId: "vpc-1", name: "web", ...inputs });
        assert.throws(check({ name: "sg-web" }), /name: invalid value for name \(cannot begin with sg-\)/);
        assert.throws(
            check({ name: "x".repeat(256) }),
            /expected length of name to be in the range \(0 - 255\)/,
        );
        assert.throws(check({ description: "x".repeat(256) }), /expected length of description/);
        assert.throws(check({ namePrefix: "w" }), /name: conflicts with name_prefix/);
        assert.throws(
            check({ ingress: [rule({ cidrBlocks: ["10.0.0.1/8"] })] }),
            /ingress\[0\]\.cidrBlocks\[0\]: "10\.0\.0\.1\/8" is not a valid CIDR block; did you mean "10\.0\.0\.0\/8"\?/,
        );
    });
});
