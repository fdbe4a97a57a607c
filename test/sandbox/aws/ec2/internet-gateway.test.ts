import * as assert from "node:assert/strict";
import { internetGateway } from "../../../../sandbox/aws/ec2/internet-gateway";
import { describeRefusals, PretendedCloud } from "../../pretended-cloud";
import { missing, Network, REGION } from "../network-fixture";

describeRefusals(internetGateway, {
    "InvalidVpcID.NotFound": (cloud) =>
        cloud.create(internetGateway.type, "way-out", { vpcId: missing("vpc") }),
    InvalidParameterValue: async (cloud) => {
        const network = new Network(cloud);
        const vpc = await network.vpc();
        await network.internetGateway(vpc);
        await network.internetGateway(vpc);
    },
    InternetGatewayLimitExceeded: async (cloud) => {
        for (let i = 0; i <= 5; i++) await cloud.create(internetGateway.type, `way-out-${i}`, {});
    },
    DependencyViolation: async (cloud) => {
        const network = new Network(cloud);
        const vpc = await network.vpc();
        const gateway = await network.internetGateway(vpc);
        await network.natGateway(await network.subnet(vpc), await network.eip());
        await cloud.delete(gateway);
    },
});

describe("a pretended internet gateway", () => {
    let cloud: PretendedCloud;
    let network: Network;
    beforeEach(() => {
        cloud = new PretendedCloud();
        network = new Network(cloud);
    });
    afterEach(() => cloud.remove());
    it("is made, read and deleted, and leaves nothing", async () => {
        const vpc = await network.vpc();
        const made = await network.internetGateway(vpc);
        assert.match(made.id, /^igw-0[0-9a-f]{16}$/);
        const found = await cloud.read(made, { vpcId: vpc.id });
        assert.equal(found?.state.arn, `arn:aws:ec2:eu-central-1:111122223333:internet-gateway/${made.id}`);
        assert.deepEqual(found?.inputs, { vpcId: vpc.id });
        await cloud.delete(made);
        await cloud.delete(vpc);
        assert.deepEqual(cloud.account.all(), []);
    });

    it("moves to another VPC by an update", async () => {
        const [from, to] = [await network.vpc(), await network.vpc()];
        const made = await network.internetGateway(from);
        const { changes } = cloud.diff(internetGateway.type, { vpcId: from.id }, { vpcId: to.id });
        assert.deepEqual(changes, { vpcId: { kind: "update", replaces: false } });
        const after = await cloud.update(made, { vpcId: from.id }, { vpcId: to.id });
        assert.equal(after.vpcId, to.id);
        await cloud.delete(from);
    });

    it("does not move to a VPC that has one, nor away from addresses that are in use", async () => {
        const [from, to] = [await network.vpc(), await network.vpc()];
        const made = await network.internetGateway(from);
        await network.internetGateway(to);
        const move = (): Promise<unknown> => cloud.update(made, { vpcId: from.id }, { vpcId: to.id });
        await assert.rejects(move(), { code: "InvalidParameterValue" });
        await network.natGateway(await network.subnet(from), await network.eip());
        await assert.rejects(move(), { code: "DependencyViolation" });
    });

    it("may be attached to nothing", async () => {
        const made = await cloud.create(internetGateway.type, "way-out", {});
        assert.equal(made.properties.vpcId, "");
        await cloud.delete(made);
    });

    it("leaves routes behind that lead nowhere", async () => {
        const vpc = await network.vpc();
        const gateway = await network.internetGateway(vpc);
        const table = await network.routeTable(vpc);
        const type = "aws:ec2/route:Route";
        await cloud.create(type, "out", {
            routeTableId: table.id,
            destinationCidrBlock: "0.0.0.0/0",
            gatewayId: gateway.id,
        });
        await cloud.delete(gateway);
        assert.deepEqual(
            cloud.account.list(type, REGION).map((route) => route.properties.state),
            ["blackhole"],
        );
    });

    it("holds on to its VPC", async () => {
        const vpc = await network.vpc();
        await network.internetGateway(vpc);
        await assert.rejects(cloud.delete(vpc), { code: "DependencyViolation" });
    });
});
