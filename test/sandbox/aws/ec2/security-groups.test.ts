import * as assert from "node:assert/strict";
import {
    defaultGroupOf,
    findGroup,
    groupInUse,
    ingressRuleCount,
} from "../../../../sandbox/aws/ec2/security-groups";
import { callIn } from "../call";
import { PretendedCloud } from "../../pretended-cloud";
import { Network } from "../network-fixture";

const GROUP = "aws:ec2/securityGroup:SecurityGroup";

describe("what security groups have in common", () => {
    let cloud: PretendedCloud;
    let network: Network;
    beforeEach(() => {
        cloud = new PretendedCloud();
        network = new Network(cloud);
    });
    afterEach(() => cloud.remove());

    it("includes that a default group is found before and after its adoption", async () => {
        const vpc = await network.vpc();
        const id = String(vpc.properties.defaultSecurityGroupId);
        const call = callIn(cloud);
        assert.equal(defaultGroupOf(vpc.id, call)?.type, GROUP);
        await cloud.create("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", "closed", { vpcId: vpc.id });
        assert.equal(defaultGroupOf(vpc.id, call)?.id, id);
        assert.equal(findGroup(id, call)?.urn?.endsWith("::closed"), true);
        assert.equal(defaultGroupOf("vpc-other", call), undefined);
    });

    it("includes that rules in a group and beside it count together", () => {
        const group = network.put(GROUP, "sg-1", { ingress: [{ fromPort: 1 }, { fromPort: 2 }] });
        network.put("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "sgr-1", {
            securityGroupId: "sg-1",
        });
        assert.equal(ingressRuleCount(group, callIn(cloud)), 3);
    });

    it("includes that nodes hold on to the groups of their launch template, named by id or by name", () => {
        network.put("aws:ec2/launchTemplate:LaunchTemplate", "lt-1", {
            name: "nodes",
            vpcSecurityGroupIds: ["sg-1"],
        });
        const call = callIn(cloud);
        assert.ok(!groupInUse("sg-1", call));
        const nodeGroup = "aws:eks/nodeGroup:NodeGroup";
        const byName = network.put(nodeGroup, "by-name", { launchTemplate: { name: "nodes" } });
        assert.ok(groupInUse("sg-1", call));
        cloud.account.remove(byName);
        network.put(nodeGroup, "by-id", { launchTemplate: { id: "lt-1" } });
        assert.ok(groupInUse("sg-1", call));
        assert.ok(!groupInUse("sg-2", call));
    });

    it("includes that a group's rule about itself holds on to nothing", () => {
        network.put(GROUP, "sg-1", { ingress: [{ securityGroups: ["sg-1"] }] });
        const call = callIn(cloud);
        assert.ok(!groupInUse("sg-1", call));
        network.put(GROUP, "sg-2", { egress: [{ securityGroups: ["sg-1"] }] });
        assert.ok(groupInUse("sg-1", call));
    });
});
