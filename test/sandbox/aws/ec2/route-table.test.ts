import * as assert from "node:assert/strict";
import { routeTable } from "../../../../sandbox/aws/ec2/route-table";
import { describeRefusals, PretendedCloud } from "../../pretended-cloud";
import { missing, Network, REGION } from "../network-fixture";

describeRefusals(routeTable, {
    DependencyViolation: async (cloud) => {
        const network = new Network(cloud);
        const vpc = await network.vpc();
        const table = await network.routeTable(vpc);
        const subnet = await network.subnet(vpc);
        const type = "aws:ec2/routeTableAssociation:RouteTableAssociation";
        await cloud.create(type, "tie", { subnetId: subnet.id, routeTableId: table.id });
        await cloud.deleteByHand(table);
    },
    "InvalidVpcID.NotFound": (cloud) => cloud.create(routeTable.type, "routes", { vpcId: missing("vpc") }),
    RouteAlreadyExists: async (cloud) => {
        const network = new Network(cloud);
        const vpc = await network.vpc();
        const { id: gatewayId } = await network.internetGateway(vpc);
        await network.routeTable(vpc, { routes: [{ cidrBlock: "10.0.0.0/16", gatewayId }] });
    },
    "InvalidGatewayID.NotFound": async (cloud) => {
        const network = new Network(cloud);
        const routes = [{ cidrBlock: "0.0.0.0/0", gatewayId: missing("igw") }];
        await network.routeTable(await network.vpc(), { routes });
    },
    "InvalidNatGatewayID.NotFound": async (cloud) => {
        const network = new Network(cloud);
        const routes = [{ cidrBlock: "0.0.0.0/0", natGatewayId: missing("nat") }];
        await network.routeTable(await network.vpc(), { routes });
    },
    InvalidParameterValue: async (cloud) => {
        const network = new Network(cloud);
        const { id: gatewayId } = await network.internetGateway(await network.vpc());
        const routes = [{ cidrBlock: "0.0.0.0/0", gatewayId }];
        await network.routeTable(await network.vpc(), { routes });
    },
    RouteTableLimitExceeded: async (cloud) => {
        const network = new Network(cloud);
        const vpc = await network.vpc();
        // The main one is the 200th.
        for (let i = 1; i < 200; i++) network.put(routeTable.type, `rtb-${i}`, { vpcId: vpc.id });
        await network.routeTable(vpc);
    },
});

describe("a pretended route table", () => {
    let cloud: PretendedCloud;
    let network: Network;
    beforeEach(() => {
        cloud = new PretendedCloud();
        network = new Network(cloud);
    });
    afterEach(() => cloud.remove());
    it("is made, read and deleted, and leaves nothing", async () => {
        const vpc = await network.vpc();
        const made = await network.routeTable(vpc);
        assert.match(made.id, /^rtb-0[0-9a-f]{16}$/);
        const found = await cloud.read(made, { vpcId: vpc.id });
        assert.equal(found?.state.arn, `arn:aws:ec2:eu-central-1:111122223333:route-table/${made.id}`);
        assert.deepEqual(found?.state.routes, []);
        await cloud.delete(made);
        await cloud.delete(vpc);
        assert.deepEqual(cloud.account.all(), []);
    });

    it("goes with its routes and its ties to subnets: the provider unties them", async () => {
        const vpc = await network.vpc();
        const gateway = await network.internetGateway(vpc);
        const subnet = await network.subnet(vpc);
        const made = await network.routeTable(vpc);
        const association = "aws:ec2/routeTableAssociation:RouteTableAssociation";
        await cloud.create(association, "tie", { subnetId: subnet.id, routeTableId: made.id });
        await cloud.create("aws:ec2/route:Route", "out", {
            routeTableId: made.id,
            destinationCidrBlock: "0.0.0.0/0",
            gatewayId: gateway.id,
        });
        await cloud.delete(made);
        assert.deepEqual(cloud.account.list(association, REGION), []);
        assert.deepEqual(cloud.account.list("aws:ec2/route:Route", REGION), []);
    });

    it("changes its own routes by an update, under the same checks", async () => {
        const vpc = await network.vpc();
        const { id: gatewayId } = await network.internetGateway(vpc);
        const before = { vpcId: vpc.id };
        const made = await network.routeTable(vpc);
        const routes = [{ cidrBlock: "0.0.0.0/0", gatewayId }];
        const after = await cloud.update(made, before, { ...before, routes });
        assert.deepEqual(after.routes, routes);
        const wrong = [{ cidrBlock: "0.0.0.0/0", gatewayId: missing("igw") }];
        await assert.rejects(cloud.update(made, { ...before, routes }, { ...before, routes: wrong }), {
            code: "InvalidGatewayID.NotFound",
        });
    });

    it("does not care for the order of its routes", () => {
        const one = { cidrBlock: "0.0.0.0/0", gatewayId: "igw-1" };
        const other = { cidrBlock: "192.168.0.0/16", gatewayId: "igw-1" };
        const tables = [
            { vpcId: "vpc-1", routes: [one, other] },
            { vpcId: "vpc-1", routes: [other, one] },
        ];
        assert.deepEqual(cloud.diff(routeTable.type, tables[0], tables[1]).changes, {});
        const { changes } = cloud.diff(routeTable.type, tables[0], { ...tables[1], routes: [one] });
        assert.ok(Object.keys(changes).length > 0);
    });

    it("is replaced when its VPC changes and updated when its tags do", () => {
        const { changes } = cloud.diff(routeTable.type, { vpcId: "vpc-1" }, { vpcId: "vpc-2", tags: {} });
        assert.equal(changes.vpcId.replaces, true);
        assert.equal(changes.tags.replaces, false);
    });

    it("is refused at preview with a route that leads nowhere or comes from nowhere", () => {
        const check = (route: Record<string, string>) => () =>
            cloud.check(routeTable.type, "routes", { vpcId: "vpc-1", routes: [route] });
        assert.throws(check({ cidrBlock: "0.0.0.0/0" }), /routes\[0\]\.carrierGatewayId: one of/);
        assert.throws(check({ gatewayId: "igw-1" }), /routes\[0\]\.cidrBlock: one of/);
        assert.throws(
            check({ cidrBlock: "10.0.0.1/8", gatewayId: "igw-1" }),
            /routes\[0\]\.cidrBlock: .* did you mean "10\.0\.0\.0\/8"/,
        );
    });

    it("is refused at preview with propagating gateways, which the sandbox has not", () => {
        const check = (propagatingVgws: string[]) => () =>
            cloud.check(routeTable.type, "routes", { vpcId: "vpc-1", propagatingVgws });
        assert.throws(check(["vgw-1"]), /does not act on "propagatingVgws"/);
        assert.doesNotThrow(check([]));
    });
});
