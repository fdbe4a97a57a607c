import * as assert from "node:assert/strict";
import { objects, strings, type Properties } from "../../../../sandbox/cloud/values";
import { PretendedCloud } from "../../pretended-cloud";
import { Network, REGION } from "../network-fixture";
import { ECR, ecr, VPC_ENDPOINT } from "./endpoint-fixture";

const INTERFACE = "aws:ec2/networkInterface:NetworkInterface";

describe("a pretended interface endpoint", () => {
    let cloud: PretendedCloud;
    let network: Network;
    beforeEach(() => {
        cloud = new PretendedCloud();
        network = new Network(cloud);
    });
    afterEach(() => cloud.remove());

    it("has an interface in every subnet and takes them with it", async () => {
        const vpc = await network.vpc();
        const subnets = await network.subnets(vpc, 3);
        const made = await ecr(cloud, vpc, { subnetIds: subnets.map((subnet) => subnet.id) });
        const interfaces = cloud.account.list(INTERFACE, REGION);
        assert.deepEqual(
            [...strings(made.properties.networkInterfaceIds)].sort(),
            interfaces.map((one) => one.id),
        );
        assert.deepEqual(
            objects(made.properties.subnetConfigurations).map((one) => [one.subnetId, one.ipv4]),
            subnets.map((subnet, index) => [subnet.id, `10.0.${index}.4`]),
        );
        await assert.rejects(cloud.delete(subnets[0]), { code: "DependencyViolation" });
        await cloud.delete(made);
        for (const object of [...subnets, vpc]) await cloud.delete(object);
        assert.deepEqual(cloud.account.all(), []);
    });

    it("has the VPC's default group where none is given, and holds on to a given one", async () => {
        const vpc = await network.vpc();
        const { properties } = await ecr(cloud, vpc);
        assert.deepEqual(properties.securityGroupIds, [vpc.properties.defaultSecurityGroupId]);
        const group = await network.securityGroup(vpc);
        const [subnet] = await network.subnets(vpc, 1);
        const made = await ecr(cloud, vpc, { securityGroupIds: [group.id], subnetIds: [subnet.id] });
        await assert.rejects(cloud.delete(group), { code: "DependencyViolation" });
        await cloud.delete(made);
        await cloud.delete(group);
    });

    it("has names of its own, by zone too, and the service's where private DNS is on", async () => {
        const vpc = await network.vpcWithDns();
        const subnetIds = (await network.subnets(vpc, 2)).map((subnet) => subnet.id);
        const { id, properties } = await ecr(cloud, vpc, { subnetIds, privateDnsEnabled: true });
        const label = `${id}-${id.slice(-8)}`;
        assert.deepEqual(
            objects(properties.dnsEntries).map((entry) => entry.dnsName),
            [
                `${label}.ecr.api.eu-central-1.vpce.amazonaws.com`,
                `${label}-eu-central-1a.ecr.api.eu-central-1.vpce.amazonaws.com`,
                `${label}-eu-central-1b.ecr.api.eu-central-1.vpce.amazonaws.com`,
                "api.ecr.eu-central-1.amazonaws.com",
            ],
        );
        assert.deepEqual(properties.dnsOptions, {
            dnsRecordIpType: "ipv4",
            privateDnsOnlyForInboundResolverEndpoint: false,
        });
    });

    it("moves between subnets and groups by an update; interfaces that stay are the same", async () => {
        const vpc = await network.vpc();
        const [a, b, c] = await network.subnets(vpc, 3);
        const before = { vpcId: vpc.id, ...ECR, subnetIds: [a.id, b.id] };
        const made = await cloud.create(VPC_ENDPOINT, "ecr", before);
        const group = await network.securityGroup(vpc);
        const after = { ...before, subnetIds: [b.id, c.id], securityGroupIds: [group.id] };
        const state = await cloud.update(made, before, after);
        const [, ofB] = strings(made.properties.networkInterfaceIds);
        assert.equal(strings(state.networkInterfaceIds)[0], ofB);
        const interfaces = cloud.account.list(INTERFACE, REGION);
        assert.deepEqual(interfaces.map((one) => one.properties.subnetId).sort(), [b.id, c.id].sort());
        for (const one of interfaces) assert.deepEqual(one.properties.securityGroupIds, [group.id]);
        await cloud.delete(a);
    });

    it("turns private DNS on and off by an update", async () => {
        const vpc = await network.vpcWithDns();
        const before = { vpcId: vpc.id, ...ECR, privateDnsEnabled: false };
        const made = await cloud.create(VPC_ENDPOINT, "ecr", before);
        const namesOf = (state: Properties): unknown[] =>
            objects(state.dnsEntries).map((entry) => entry.dnsName);
        assert.ok(!namesOf(made.properties).includes("api.ecr.eu-central-1.amazonaws.com"));
        const after = { ...before, privateDnsEnabled: true };
        const state = await cloud.update(made, before, after);
        assert.ok(namesOf(state).includes("api.ecr.eu-central-1.amazonaws.com"));
    });
});
