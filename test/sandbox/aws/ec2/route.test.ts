import * as assert from "node:assert/strict";
import { route } from "../../../../sandbox/aws/ec2/route";
import type { CloudObject } from "../../../../sandbox/cloud/account";
import type { Properties } from "../../../../sandbox/cloud/values";
import { describeRefusals, PretendedCloud } from "../../pretended-cloud";
import { missing, Network } from "../network-fixture";

const EVERYWHERE = "0.0.0.0/0";

describeRefusals(route, {
    "InvalidRouteTableID.NotFound": async (cloud) => {
        const network = new Network(cloud);
        const gateway = await network.internetGateway(await network.vpc());
        await cloud.create(route.type, "out", {
            routeTableId: missing("rtb"),
            destinationCidrBlock: EVERYWHERE,
            gatewayId: gateway.id,
        });
    },
    RouteAlreadyExists: async (cloud) => {
        const { inputs } = await ready(cloud);
        await cloud.create(route.type, "out", inputs);
        await cloud.create(route.type, "out-again", inputs);
    },
    "InvalidGatewayID.NotFound": async (cloud) => {
        const { inputs } = await ready(cloud);
        await cloud.create(route.type, "out", { ...inputs, gatewayId: missing("igw") });
    },
    "InvalidNatGatewayID.NotFound": async (cloud) => {
        const { inputs } = await ready(cloud);
        const { gatewayId: _, ...rest } = inputs;
        await cloud.create(route.type, "out", { ...rest, natGatewayId: missing("nat") });
    },
    InvalidParameterValue: async (cloud) => {
        const { inputs } = await ready(cloud);
        const network = new Network(cloud);
        const elsewhere = await network.internetGateway(await network.vpc());
        await cloud.create(route.type, "out", { ...inputs, gatewayId: elsewhere.id });
    },
    RouteLimitExceeded: async (cloud) => {
        const { inputs } = await ready(cloud);
        const network = new Network(cloud);
        for (let i = 0; i < 500; i++)
            network.put(route.type, `r-${i}`, { routeTableId: inputs.routeTableId });
        await cloud.create(route.type, "out", inputs);
    },
});

/** A table with a gateway to lead to. */
async function ready(cloud: PretendedCloud): Promise<{ inputs: Properties; vpc: CloudObject }> {
    const network = new Network(cloud);
    const vpc = await network.vpc();
    const gateway = await network.internetGateway(vpc);
    const table = await network.routeTable(vpc);
    const inputs = { routeTableId: table.id, destinationCidrBlock: EVERYWHERE, gatewayId: gateway.id };
    return { inputs, vpc };
}

describe("a pretended route", () => {
    let cloud: PretendedCloud;
    let network: Network;
    beforeEach(() => {
        cloud = new PretendedCloud();
        network = new Network(cloud);
    });
    afterEach(() => cloud.remove());
    it("is made, read and deleted", async () => {
        const { inputs } = await ready(cloud);
        const made = await cloud.create(route.type, "out", inputs);
        const found = await cloud.read(made, inputs);
        assert.equal(found?.state.state, "active");
        assert.equal(found?.state.origin, "CreateRoute");
        assert.deepEqual(found?.inputs, inputs);
        await cloud.delete(made);
        assert.equal(await cloud.read(made, inputs), undefined);
    });

    it("has the id that the provider makes of table and destination", async () => {
        const { inputs } = await ready(cloud);
        const made = await cloud.create(route.type, "out", inputs);
        assert.equal(made.id, `r-${inputs.routeTableId}1080289494`);
    });

    it("may not take its VPC's own range, nor a destination that its table names itself", async () => {
        const { inputs } = await ready(cloud);
        await assert.rejects(
            cloud.create(route.type, "local", { ...inputs, destinationCidrBlock: "10.0.0.0/16" }),
            { code: "RouteAlreadyExists" },
        );
        const vpc = await network.vpc({ cidrBlock: "10.1.0.0/16" });
        const gateway = await network.internetGateway(vpc);
        const table = await network.routeTable(vpc, {
            routes: [{ cidrBlock: EVERYWHERE, gatewayId: gateway.id }],
        });
        await assert.rejects(
            cloud.create(route.type, "out", {
                routeTableId: table.id,
                destinationCidrBlock: EVERYWHERE,
                gatewayId: gateway.id,
            }),
            { code: "RouteAlreadyExists" },
        );
    });

    it("turns to another target by an update, which has to be there, and lets go of the first", async () => {
        const { inputs, vpc } = await ready(cloud);
        const made = await cloud.create(route.type, "out", inputs);
        const subnet = await network.subnet(vpc);
        const nat = await network.natGateway(subnet, await network.eip());
        const { gatewayId: _, ...rest } = inputs;
        await assert.rejects(cloud.update(made, inputs, { ...rest, natGatewayId: missing("nat") }), {
            code: "InvalidNatGatewayID.NotFound",
        });
        const after = await cloud.update(made, inputs, { ...rest, natGatewayId: nat.id });
        assert.equal(after.natGatewayId, nat.id);
        assert.equal("gatewayId" in after, false);
        await cloud.delete(nat);
        assert.equal((await cloud.read(made))?.state.state, "blackhole");
    });

    it("is replaced when its table or destination changes and updated when its target does", () => {
        const before = { routeTableId: "rtb-1", destinationCidrBlock: EVERYWHERE, gatewayId: "igw-1" };
        const { gatewayId: _, ...rest } = before;
        const after = { ...rest, routeTableId: "rtb-2", natGatewayId: "nat-1" };
        assert.deepEqual(cloud.diff(route.type, before, after).changes, {
            routeTableId: { kind: "update", replaces: true },
            gatewayId: { kind: "delete", replaces: false },
            natGatewayId: { kind: "add", replaces: false },
        });
    });

    it("is refused at preview with no target, two targets, or a bad destination", () => {
        const check = (inputs: Properties) => () =>
            cloud.check(route.type, "out", { routeTableId: "rtb-1", ...inputs });
        assert.throws(check({ destinationCidrBlock: EVERYWHERE }), /must be specified/);
        assert.throws(
            check({ destinationCidrBlock: EVERYWHERE, gatewayId: "igw-1", natGatewayId: "nat-1" }),
            /gatewayId: only one of .* but `gateway_id,nat_gateway_id` were specified/,
        );
        assert.throws(
            check({ destinationCidrBlock: "everywhere", gatewayId: "igw-1" }),
            /"everywhere" is not a valid CIDR block: invalid CIDR address/,
        );
        assert.throws(
            check({ destinationCidrBlock: EVERYWHERE, transitGatewayId: "tgw-1" }),
            /does not act on "transitGatewayId"/,
        );
    });
});
