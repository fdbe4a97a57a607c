import * as assert from "node:assert/strict";
import { routeTableAssociation } from "../../../../sandbox/aws/ec2/route-table-association";
import { describeRefusals, PretendedCloud } from "../../pretended-cloud";
import { missing, Network } from "../network-fixture";

const { type } = routeTableAssociation;

describeRefusals(routeTableAssociation, {
    "InvalidRouteTableID.NotFound": async (cloud) => {
        const network = new Network(cloud);
        const { id: subnetId } = await network.subnet(await network.vpc());
        await cloud.create(type, "tie", { subnetId, routeTableId: missing("rtb") });
    },
    "InvalidSubnetID.NotFound": async (cloud) => {
        const network = new Network(cloud);
        const { id: routeTableId } = await network.routeTable(await network.vpc());
        await cloud.create(type, "tie", { subnetId: missing("subnet"), routeTableId });
    },
    "InvalidGatewayID.NotFound": async (cloud) => {
        const network = new Network(cloud);
        const { id: routeTableId } = await network.routeTable(await network.vpc());
        await cloud.create(type, "tie", { gatewayId: missing("igw"), routeTableId });
    },
    "Resource.AlreadyAssociated": async (cloud) => {
        const network = new Network(cloud);
        const vpc = await network.vpc();
        const { id: subnetId } = await network.subnet(vpc);
        for (const name of ["tie", "second-tie"])
            await cloud.create(type, name, {
                subnetId,
                routeTableId: (await network.routeTable(vpc)).id,
            });
    },
    InvalidParameterValue: async (cloud) => {
        const network = new Network(cloud);
        const { id: subnetId } = await network.subnet(await network.vpc());
        const { id: routeTableId } = await network.routeTable(await network.vpc());
        await cloud.create(type, "tie", { subnetId, routeTableId });
    },
});

describe("a pretended route table association", () => {
    let cloud: PretendedCloud;
    let network: Network;
    beforeEach(() => {
        cloud = new PretendedCloud();
        network = new Network(cloud);
    });
    afterEach(() => cloud.remove());
    it("is made, read and deleted, and holds on to neither side", async () => {
        const vpc = await network.vpc();
        const [subnet, table] = [await network.subnet(vpc), await network.routeTable(vpc)];
        const inputs = { subnetId: subnet.id, routeTableId: table.id };
        const made = await cloud.create(type, "tie", inputs);
        assert.match(made.id, /^rtbassoc-0[0-9a-f]{16}$/);
        assert.deepEqual((await cloud.read(made, inputs))?.inputs, inputs);
        await cloud.delete(made);
        for (const object of [table, subnet, vpc]) await cloud.delete(object);
        assert.deepEqual(cloud.account.all(), []);
    });

    it("may tie an internet gateway to a table, once", async () => {
        const vpc = await network.vpc();
        const [gateway, table] = [await network.internetGateway(vpc), await network.routeTable(vpc)];
        const inputs = { gatewayId: gateway.id, routeTableId: table.id };
        const made = await cloud.create(type, "tie", inputs);
        assert.equal(made.properties.gatewayId, gateway.id);
        await assert.rejects(cloud.create(type, "second-tie", inputs), {
            code: "Resource.AlreadyAssociated",
        });
    });

    it("turns to another table of the VPC by an update", async () => {
        const vpc = await network.vpc();
        const [subnet, table] = [await network.subnet(vpc), await network.routeTable(vpc)];
        const before = { subnetId: subnet.id, routeTableId: table.id };
        const made = await cloud.create(type, "tie", before);
        const other = await network.routeTable(vpc);
        const after = await cloud.update(made, before, { ...before, routeTableId: other.id });
        assert.equal(after.routeTableId, other.id);
        const elsewhere = await network.routeTable(await network.vpc());
        await assert.rejects(cloud.update(made, before, { ...before, routeTableId: elsewhere.id }), {
            code: "InvalidParameterValue",
        });
    });

    it("is replaced when its subnet changes and updated when its table does", () => {
        const before = { subnetId: "subnet-1", routeTableId: "rtb-1" };
        const after = { subnetId: "subnet-2", routeTableId: "rtb-2" };
        const { changes, deleteBeforeReplace } = cloud.diff(type, before, after);
        assert.equal(changes.subnetId.replaces, true);
        assert.equal(changes.routeTableId.replaces, false);
        assert.equal(deleteBeforeReplace, false);
    });

    it("is refused at preview with neither or both of a subnet and a gateway", () => {
        const check = (inputs: Record<string, string>) => () =>
            cloud.check(type, "tie", { routeTableId: "rtb-1", ...inputs });
        assert.throws(check({}), /one of `subnet_id,gateway_id` must be specified/);
        assert.throws(check({ subnetId: "subnet-1", gatewayId: "igw-1" }), /only one of/);
    });
});
