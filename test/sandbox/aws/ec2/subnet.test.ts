import * as assert from "node:assert/strict";
import { subnet } from "../../../../sandbox/aws/ec2/subnet";
import type { Properties } from "../../../../sandbox/cloud/values";
import { describeRefusals, PretendedCloud } from "../../pretended-cloud";
import { missing, Network, REGION } from "../network-fixture";

describeRefusals(subnet, {
    "InvalidVpcID.NotFound": (cloud) =>
        cloud.create(subnet.type, "a", { vpcId: missing("vpc"), cidrBlock: "10.0.0.0/24" }),
    MissingParameter: async (cloud) => {
        const vpc = await new Network(cloud).vpc();
        await cloud.create(subnet.type, "a", { vpcId: vpc.id });
    },
    InvalidParameterValue: async (cloud) => {
        const network = new Network(cloud);
        await network.subnet(await network.vpc(), { availabilityZone: "eu-west-1a" });
    },
    "InvalidSubnet.Range": async (cloud) => {
        const network = new Network(cloud);
        await network.subnet(await network.vpc(), { cidrBlock: "10.1.0.0/24" });
    },
    "InvalidSubnet.Conflict": async (cloud) => {
        const network = new Network(cloud);
        const vpc = await network.vpc();
        await network.subnet(vpc, { cidrBlock: "10.0.0.0/24" });
        await network.subnet(vpc, { cidrBlock: "10.0.0.128/25" });
    },
    SubnetLimitExceeded: async (cloud) => {
        const network = new Network(cloud);
        const vpc = await network.vpc();
        for (let i = 0; i < 200; i++)
            network.put(subnet.type, `subnet-${i}`, { vpcId: vpc.id, cidrBlock: `10.0.${i}.0/24` });
        await network.subnet(vpc, { cidrBlock: "10.0.250.0/24" });
    },
    DependencyViolation: async (cloud) => {
        const network = new Network(cloud);
        const vpc = await network.vpc();
        await network.internetGateway(vpc);
        const made = await network.subnet(vpc);
        await network.natGateway(made, await network.eip());
        await cloud.delete(made);
    },
});

describe("a pretended subnet", () => {
    let cloud: PretendedCloud;
    let network: Network;
    beforeEach(() => {
        cloud = new PretendedCloud();
        network = new Network(cloud);
    });
    afterEach(() => cloud.remove());
    it("is made, read, changed and deleted, and leaves nothing", async () => {
        const vpc = await network.vpc();
        const inputs = { vpcId: vpc.id, cidrBlock: "10.0.0.0/24" };
        const made = await network.subnet(vpc, inputs);
        await cloud.update(made, inputs, { ...inputs, mapPublicIpOnLaunch: true });
        assert.equal((await cloud.read(made, inputs))?.state.mapPublicIpOnLaunch, true);
        await cloud.delete(made);
        await cloud.delete(vpc);
        assert.deepEqual(cloud.account.all(), []);
    });

    it("shows id, ARN, owner and the id of its zone", async () => {
        const { id, properties } = await network.subnet(await network.vpc(), {
            availabilityZone: "eu-central-1b",
        });
        assert.match(id, /^subnet-0[0-9a-f]{16}$/);
        assert.equal(properties.arn, `arn:aws:ec2:eu-central-1:111122223333:subnet/${id}`);
        assert.equal(properties.ownerId, "111122223333");
        assert.equal(properties.availabilityZoneId, "euc1-az2");
    });

    it("finds its zone by the zone's id, and takes the region's first when none is named", async () => {
        const vpc = await network.vpc();
        const byId = await network.subnet(vpc, { availabilityZoneId: "euc1-az3" });
        assert.equal(byId.properties.availabilityZone, "eu-central-1c");
        const any = await network.subnet(vpc, { cidrBlock: "10.0.1.0/24" });
        assert.equal(any.properties.availabilityZone, "eu-central-1a");
    });

    it("gives no public addresses and names machines by address unless told otherwise", async () => {
        const { properties } = await network.subnet(await network.vpc());
        assert.equal(properties.mapPublicIpOnLaunch, false);
        assert.equal(properties.privateDnsHostnameTypeOnLaunch, "ip-name");
    });

    it("may be as long as its VPC, but no longer than /28", async () => {
        const vpc = await network.vpc();
        await assert.rejects(network.subnet(vpc, { cidrBlock: "10.0.0.0/29" }), {
            code: "InvalidSubnet.Range",
        });
        const whole = await network.subnet(vpc, { cidrBlock: "10.0.0.0/16" });
        assert.equal(whole.properties.cidrBlock, "10.0.0.0/16");
    });

    it("may have the range of a subnet in another VPC", async () => {
        await network.subnet(await network.vpc());
        const other = await network.subnet(await network.vpc());
        assert.equal(other.properties.cidrBlock, "10.0.0.0/24");
    });

    for (const [user, type, properties] of [
        ["a cluster", "aws:eks/cluster:Cluster", (id: string) => ({ vpcConfig: { subnetIds: [id] } })],
        ["a node group", "aws:eks/nodeGroup:NodeGroup", (id: string) => ({ subnetIds: [id] })],
        ["an interface", "aws:ec2/networkInterface:NetworkInterface", (id: string) => ({ subnetId: id })],
    ] as [string, string, (id: string) => Properties][]) {
        it(`stays while ${user} is in it`, async () => {
            const made = await network.subnet(await network.vpc());
            const held = network.put(type, "held", properties(made.id));
            await assert.rejects(cloud.delete(made), { code: "DependencyViolation" });
            cloud.account.remove(held);
            await cloud.delete(made);
            assert.deepEqual(cloud.account.list(subnet.type, REGION), []);
        });
    }

    it("takes its tie to a route table with it", async () => {
        const vpc = await network.vpc();
        const made = await network.subnet(vpc);
        const type = "aws:ec2/routeTableAssociation:RouteTableAssociation";
        const table = await network.routeTable(vpc);
        await cloud.create(type, "tie", { subnetId: made.id, routeTableId: table.id });
        await cloud.delete(made);
        assert.deepEqual(cloud.account.list(type, REGION), []);
    });

    it("is replaced when its zone, range or VPC changes and updated when the rest does", () => {
        const before = { vpcId: "vpc-1", cidrBlock: "10.0.0.0/24", availabilityZone: "eu-central-1a" };
        for (const change of [
            { vpcId: "vpc-2" },
            { cidrBlock: "10.0.1.0/24" },
            { availabilityZone: "eu-central-1b" },
        ]) {
            const { changes } = cloud.diff(subnet.type, before, { ...before, ...change });
            assert.deepEqual(Object.values(changes), [{ kind: "update", replaces: true }]);
        }
        const { changes } = cloud.diff(subnet.type, before, { ...before, mapPublicIpOnLaunch: true });
        assert.deepEqual(changes, { mapPublicIpOnLaunch: { kind: "add", replaces: false } });
    });

    it("is replaced for another IPv6 range where interfaces have got addresses from the first", () => {
        for (const assigned of [true, false]) {
            const before = { ipv6CidrBlock: "2001:db8::/64", assignIpv6AddressOnCreation: assigned };
            const after = { ...before, ipv6CidrBlock: "2001:db8:0:1::/64" };
            const { changes } = cloud.diff(subnet.type, before, after);
            assert.deepEqual(changes, { ipv6CidrBlock: { kind: "update", replaces: assigned } });
        }
    });

    it("is refused at preview with a bad range, a bad host name type, or a zone named twice", () => {
        const check = (inputs: Properties) => () =>
            cloud.check(subnet.type, "a", { vpcId: "vpc-1", cidrBlock: "10.0.0.0/24", ...inputs });
        assert.throws(
            check({ cidrBlock: "10.0.0.5/24" }),
            /cidrBlock: "10\.0\.0\.5\/24" is not a valid CIDR block; did you mean "10\.0\.0\.0\/24"\?/,
        );
        assert.throws(check({ privateDnsHostnameTypeOnLaunch: "name" }), /\["ip-name" "resource-name"\]/);
        assert.throws(
            check({ availabilityZone: "eu-central-1a", availabilityZoneId: "euc1-az1" }),
            /availabilityZone: conflicts with availability_zone_id/,
        );
        assert.throws(check({ ipv6CidrBlock: "2001:db8::/64" }), /does not act on "ipv6CidrBlock"/);
    });
});
