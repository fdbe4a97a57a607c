import * as assert from "node:assert/strict";
import { vpcEndpoint } from "../../../../sandbox/aws/ec2/vpc-endpoint";
import { UNKNOWN, type Properties } from "../../../../sandbox/cloud/values";
import { describeRefusals, PretendedCloud } from "../../pretended-cloud";
import { missing, Network } from "../network-fixture";
import { ECR, ecr, gateway, S3 } from "./endpoint-fixture";

const { type } = vpcEndpoint;

describeRefusals(vpcEndpoint, {
    "InvalidVpcId.NotFound": (cloud) => cloud.create(type, "s3", { vpcId: missing("vpc"), serviceName: S3 }),
    "InvalidSubnetId.NotFound": async (cloud) =>
        ecr(cloud, await new Network(cloud).vpc(), { subnetIds: [missing("subnet")] }),
    "InvalidRouteTableId.NotFound": async (cloud) =>
        gateway(cloud, await new Network(cloud).vpc(), { routeTableIds: [missing("rtb")] }),
    "InvalidGroup.NotFound": async (cloud) =>
        ecr(cloud, await new Network(cloud).vpc(), { securityGroupIds: [missing("sg")] }),
    InvalidServiceName: async (cloud) =>
        gateway(cloud, await new Network(cloud).vpc(), { serviceName: "com.amazonaws.eu-west-1.s3" }),
    RouteAlreadyExists: async (cloud) => {
        const network = new Network(cloud);
        const vpc = await network.vpc();
        const routeTableIds = [(await network.routeTable(vpc)).id];
        await gateway(cloud, vpc, { routeTableIds });
        await gateway(cloud, vpc, { routeTableIds });
    },
    DuplicateSubnetsInSameZone: async (cloud) => {
        const network = new Network(cloud);
        const vpc = await network.vpc();
        const one = await network.subnet(vpc, { cidrBlock: "10.0.0.0/24" });
        const other = await network.subnet(vpc, { cidrBlock: "10.0.1.0/24" });
        await ecr(cloud, vpc, { subnetIds: [one.id, other.id] });
    },
    type: async (cloud) => gateway(cloud, await new Network(cloud).vpc(), { serviceName: ECR.serviceName }),
    subnetsOfGateway: async (cloud) => {
        const network = new Network(cloud);
        const vpc = await network.vpc();
        await gateway(cloud, vpc, { subnetIds: [(await network.subnet(vpc)).id] });
    },
    routeTablesOfInterface: async (cloud) => {
        const network = new Network(cloud);
        const vpc = await network.vpc();
        await ecr(cloud, vpc, { routeTableIds: [(await network.routeTable(vpc)).id] });
    },
    otherNetwork: async (cloud) => {
        const network = new Network(cloud);
        const subnet = await network.subnet(await network.vpc());
        await ecr(cloud, await network.vpc(), { subnetIds: [subnet.id] });
    },
    dnsAttributes: async (cloud) => ecr(cloud, await new Network(cloud).vpc(), { privateDnsEnabled: true }),
    dnsConflict: async (cloud) => {
        const vpc = await new Network(cloud).vpcWithDns();
        await ecr(cloud, vpc, { privateDnsEnabled: true });
        await ecr(cloud, vpc, { privateDnsEnabled: true });
    },
});

describe("a pretended endpoint that is a gateway", () => {
    let cloud: PretendedCloud;
    let network: Network;
    beforeEach(() => {
        cloud = new PretendedCloud();
        network = new Network(cloud);
    });
    afterEach(() => cloud.remove());

    it("is made, read and deleted, and leaves nothing", async () => {
        const vpc = await network.vpc();
        const table = await network.routeTable(vpc);
        const inputs = { vpcId: vpc.id, serviceName: S3, routeTableIds: [table.id] };
        const made = await cloud.create(type, "s3", inputs);
        assert.match(made.id, /^vpce-0[0-9a-f]{16}$/);
        const found = await cloud.read(made, inputs);
        assert.equal(found?.state.arn, `arn:aws:ec2:eu-central-1:111122223333:vpc-endpoint/${made.id}`);
        assert.equal(found?.state.state, "available");
        assert.deepEqual(found?.inputs, inputs);
        for (const object of [made, table, vpc]) await cloud.delete(object);
        assert.deepEqual(cloud.account.all(), []);
    });

    it("is what an endpoint is unless told otherwise, and lets everybody through", async () => {
        const { properties } = await gateway(cloud, await network.vpc());
        assert.equal(properties.vpcEndpointType, "Gateway");
        const policy = JSON.parse(String(properties.policy)) as { Statement: unknown[]; Version: string };
        assert.equal(policy.Version, "2008-10-17");
        assert.deepEqual(policy.Statement, [{ Action: "*", Effect: "Allow", Principal: "*", Resource: "*" }]);
    });

    it("is replaced to have private DNS, unlike an interface", () => {
        const before = { vpcId: "vpc-1", serviceName: S3, privateDnsEnabled: false };
        const after = { ...before, privateDnsEnabled: true };
        assert.equal(cloud.diff(type, before, after).changes.privateDnsEnabled.replaces, true);
        const [closed, open] = [before, after].map((inputs) => ({ ...inputs, ...ECR }));
        assert.equal(cloud.diff(type, closed, open).changes.privateDnsEnabled.replaces, false);
    });
});

describe("a pretended endpoint that is an interface", () => {
    let cloud: PretendedCloud;
    let network: Network;
    beforeEach(() => {
        cloud = new PretendedCloud();
        network = new Network(cloud);
    });
    afterEach(() => cloud.remove());

    it("does not care for the order of subnets, groups and tables, nor for spaces in its policy", () => {
        const before = {
            ...ECR,
            subnetIds: ["subnet-1", "subnet-2"],
            securityGroupIds: ["sg-1", "sg-2"],
            routeTableIds: ["rtb-1", "rtb-2"],
            policy: '{"Statement":[]}',
        };
        const turned = {
            ...ECR,
            subnetIds: ["subnet-2", "subnet-1"],
            securityGroupIds: ["sg-2", "sg-1"],
            routeTableIds: ["rtb-2", "rtb-1"],
            policy: '{ "Statement": [] }',
        };
        assert.deepEqual(cloud.diff(type, before, turned).changes, {});
        assert.deepEqual(cloud.diff(type, before, { ...before, policy: '{"Statement":[1]}' }).changes, {
            policy: { kind: "update", replaces: false },
        });
    });

    it("shows its interfaces as unknown at preview only when its subnets change", async () => {
        const vpc = await network.vpc();
        const [a, b] = await network.subnets(vpc, 2);
        const before = { vpcId: vpc.id, ...ECR, subnetIds: [a.id] };
        const made = await cloud.create(type, "ecr", before);
        const tagged = cloud.previewUpdate(made, before, { ...before, tags: { owner: "a" } });
        assert.deepEqual(tagged.networkInterfaceIds, made.properties.networkInterfaceIds);
        const moved = cloud.previewUpdate(made, before, { ...before, subnetIds: [b.id] });
        assert.equal(moved.networkInterfaceIds, UNKNOWN);
    });

    it("is replaced when its VPC, service or type changes", () => {
        const before = { vpcId: "vpc-1", serviceName: S3, vpcEndpointType: "Gateway" };
        const { changes } = cloud.diff(type, before, { vpcId: "vpc-2", ...ECR });
        assert.deepEqual(
            Object.values(changes).map((change) => change.replaces),
            [true, true, true],
        );
    });

    it("is refused at preview with a type, address type or policy that is none", () => {
        const check = (inputs: Properties) => () =>
            cloud.check(type, "ecr", { vpcId: "vpc-1", ...ECR, ...inputs });
        assert.throws(
            check({ vpcEndpointType: "interface" }),
            /vpcEndpointType: expected vpc_endpoint_type to be one of \["Interface" "Gateway" /,
        );
        assert.throws(check({ ipAddressType: "ipv5" }), /one of \["ipv4" "dualstack" "ipv6"\]/);
        assert.throws(check({ policy: "{" }), /policy: "policy" contains an invalid JSON/);
        assert.throws(check({ dnsOptions: { dnsRecordIpType: "a" } }), /dnsOptions\.dnsRecordIpType/);
        assert.throws(check({ vpcEndpointType: "Resource" }), /does not act on "vpcEndpointType"/);
    });
});
