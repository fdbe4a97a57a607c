import * as assert from "node:assert/strict";
import { vpc } from "../../../../sandbox/aws/ec2/vpc";
import { describeRefusals, PretendedCloud } from "../../pretended-cloud";
import { Network, REGION } from "../network-fixture";

describeRefusals(vpc, {
    MissingParameter: (cloud) => cloud.create(vpc.type, "network", {}),
    VpcLimitExceeded: async (cloud) => {
        for (let i = 0; i <= 5; i++) await new Network(cloud).vpc({ cidrBlock: `10.${i}.0.0/16` });
    },
    DependencyViolation: async (cloud) => {
        const network = new Network(cloud);
        const made = await network.vpc();
        await network.subnet(made);
        await cloud.delete(made);
    },
});

describe("a pretended VPC", () => {
    let cloud: PretendedCloud;
    let network: Network;
    beforeEach(() => {
        cloud = new PretendedCloud();
        network = new Network(cloud);
    });
    afterEach(() => cloud.remove());

    it("comes with a route table, a network ACL and a security group, and takes them with it", async () => {
        const made = await network.vpc();
        const idOf = (type: string): (string | undefined)[] =>
            cloud.account.list(type, REGION).map((object) => object.id);
        const { properties } = made;
        assert.deepEqual(idOf("aws:ec2/securityGroup:SecurityGroup"), [properties.defaultSecurityGroupId]);
        assert.deepEqual(idOf("aws:ec2/routeTable:RouteTable"), [properties.mainRouteTableId]);
        assert.deepEqual(idOf("aws:ec2/networkAcl:NetworkAcl"), [properties.defaultNetworkAclId]);
        await cloud.delete(made);
        assert.deepEqual(cloud.account.all(), []);
    });

    it("shows ids and an ARN as AWS writes them", async () => {
        const { id, properties } = await network.vpc();
        assert.match(id, /^vpc-0[0-9a-f]{16}$/);
        assert.equal(properties.arn, `arn:aws:ec2:eu-central-1:111122223333:vpc/${id}`);
        assert.equal(properties.ownerId, "111122223333");
        assert.match(String(properties.dhcpOptionsId), /^dopt-0[0-9a-f]{16}$/);
        assert.equal(properties.defaultRouteTableId, properties.mainRouteTableId);
    });

    it("shares its DHCP options with the other VPCs of the region", async () => {
        const first = await network.vpc();
        const second = await network.vpc({ cidrBlock: "10.1.0.0/16" });
        assert.equal(first.properties.dhcpOptionsId, second.properties.dhcpOptionsId);
    });

    it("answers DNS but gives no host names unless told to", async () => {
        const { properties } = await network.vpc();
        assert.equal(properties.enableDnsSupport, true);
        assert.equal(properties.enableDnsHostnames, false);
    });

    it("keeps what an update changes", async () => {
        const before = { cidrBlock: "10.0.0.0/16" };
        const made = await network.vpc(before);
        await cloud.update(made, before, { ...before, enableDnsHostnames: true });
        const found = await cloud.read(made, before);
        assert.equal(found?.state.enableDnsHostnames, true);
        assert.equal(found?.state.arn, made.properties.arn);
    });

    it("goes although its default group was adopted and a flow log watches it", async () => {
        const made = await network.vpc();
        await cloud.create("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", "closed", { vpcId: made.id });
        await cloud.create("aws:ec2/flowLog:FlowLog", "log", {
            vpcId: made.id,
            trafficType: "ALL",
            ...network.logDelivery(),
        });
        await cloud.delete(made);
        assert.deepEqual(cloud.account.list("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", REGION), []);
        assert.equal(cloud.account.list("aws:ec2/flowLog:FlowLog", REGION).length, 1);
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

    it("is replaced to become dedicated and updated to stop being so", () => {
        const shared = { cidrBlock: "10.0.0.0/16", instanceTenancy: "default" };
        const dedicated = { ...shared, instanceTenancy: "dedicated" };
        assert.equal(cloud.diff(vpc.type, shared, dedicated).changes.instanceTenancy.replaces, true);
        assert.equal(cloud.diff(vpc.type, dedicated, shared).changes.instanceTenancy.replaces, false);
    });

    it("is refused at preview with a range that is none, not the first of its size, too long or too short", () => {
        const check = (cidrBlock: string) => () => cloud.check(vpc.type, "network", { cidrBlock });
        assert.throws(check("10.0.0.0"), /^Error: cidrBlock: expected "cidr_block" to contain a valid Value/);
        assert.throws(check("10.0.0.1/16"), /expected 10\.0\.0\.0\/16, got 10\.0\.0\.1\/16/);
        assert.throws(check("10.0.0.0/8"), /between 16 and 28 significant bits, got: 8/);
        assert.throws(check("10.0.0.0/29"), /between 16 and 28 significant bits, got: 29/);
        assert.doesNotThrow(check("10.0.0.0/28"));
    });

    it("is refused at preview with a tenancy that there is not", () => {
        assert.throws(
            () => cloud.check(vpc.type, "network", { cidrBlock: "10.0.0.0/16", instanceTenancy: "host" }),
            /instanceTenancy: expected instance_tenancy to be one of \["default" "dedicated"\], got host/,
        );
    });

    it("says so where the sandbox does not act on an input", () => {
        assert.throws(
            () => cloud.check(vpc.type, "network", { ipv4IpamPoolId: "ipam-pool-1" }),
            /ipv4IpamPoolId: the sandbox does not act on "ipv4IpamPoolId" yet/,
        );
    });

    it("names the nearest property for one that it does not know", () => {
        assert.throws(
            () => cloud.check(vpc.type, "network", { cidrBlok: "10.0.0.0/16" }),
            /did you mean "cidrBlock"\?/,
        );
    });
});
