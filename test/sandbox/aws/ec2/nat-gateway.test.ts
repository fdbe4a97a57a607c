import * as assert from "node:assert/strict";
import { natGateway } from "../../../../sandbox/aws/ec2/nat-gateway";
import { describeRefusals, PretendedCloud } from "../../pretended-cloud";
import { missing, Network, REGION } from "../network-fixture";

describeRefusals(natGateway, {
    "InvalidSubnetID.NotFound": async (cloud) => {
        const { id } = await new Network(cloud).eip();
        await cloud.create(natGateway.type, "nat", { subnetId: missing("subnet"), allocationId: id });
    },
    MissingParameter: async (cloud) => {
        const network = new Network(cloud);
        const subnet = await network.subnet(await network.vpc());
        await cloud.create(natGateway.type, "nat", { subnetId: subnet.id });
    },
    "InvalidAllocationID.NotFound": async (cloud) => {
        const network = new Network(cloud);
        const subnet = await network.subnet(await network.vpc());
        const allocationId = missing("eipalloc");
        await cloud.create(natGateway.type, "nat", { subnetId: subnet.id, allocationId });
    },
    NatGatewayLimitExceeded: async (cloud) => {
        const network = new Network(cloud);
        const subnet = await network.subnet(await network.vpc());
        for (let i = 0; i <= 5; i++)
            await cloud.create(natGateway.type, `nat-${i}`, {
                subnetId: subnet.id,
                connectivityType: "private",
            });
    },
    "Resource.AlreadyAssociated": async (cloud) => {
        const network = new Network(cloud);
        const vpc = await network.vpc();
        await network.internetGateway(vpc);
        const [subnet, address] = [await network.subnet(vpc), await network.eip()];
        await network.natGateway(subnet, address);
        await network.natGateway(subnet, address);
    },
    "Gateway.NotAttached": async (cloud) => {
        const network = new Network(cloud);
        await network.natGateway(await network.subnet(await network.vpc()), await network.eip());
    },
});

describe("a pretended NAT gateway", () => {
    let cloud: PretendedCloud;
    let network: Network;
    beforeEach(() => {
        cloud = new PretendedCloud();
        network = new Network(cloud);
    });
    afterEach(() => cloud.remove());
    it("holds its address by an interface in its subnet, and lets go of both", async () => {
        const vpc = await network.vpc();
        const gateway = await network.internetGateway(vpc);
        const [subnet, address] = [await network.subnet(vpc), await network.eip()];
        const made = await network.natGateway(subnet, address);
        assert.match(made.id, /^nat-0[0-9a-f]{16}$/);
        assert.match(String(made.properties.networkInterfaceId), /^eni-0[0-9a-f]{16}$/);
        assert.match(String(made.properties.associationId), /^eipassoc-0[0-9a-f]{16}$/);
        assert.equal(made.properties.publicIp, address.properties.publicIp);
        assert.equal(made.properties.vpcId, vpc.id);
        for (const object of [made, address, subnet, gateway, vpc]) await cloud.delete(object);
        assert.deepEqual(cloud.account.all(), []);
    });

    it("takes the first address of its subnet that is free", async () => {
        const subnet = await network.subnet(await network.vpc(), { cidrBlock: "10.0.7.0/24" });
        const inputs = { subnetId: subnet.id, connectivityType: "private" };
        const one = await cloud.create(natGateway.type, "one", inputs);
        const other = await cloud.create(natGateway.type, "other", inputs);
        // AWS keeps the first four addresses of a subnet.
        assert.equal(one.properties.privateIp, "10.0.7.4");
        assert.equal(other.properties.privateIp, "10.0.7.5");
        assert.equal(one.properties.publicIp, "");
    });

    it("stays in the cloud when it fails, holds nothing, and no route may lead to it", async () => {
        const vpc = await network.vpc();
        const [subnet, address] = [await network.subnet(vpc), await network.eip()];
        await assert.rejects(network.natGateway(subnet, address), {
            message:
                /unexpected state 'failed', wanted target 'available'.*has no Internet gateway attached$/,
        });
        const [failed] = cloud.account.list(natGateway.type, REGION);
        assert.equal((await cloud.read(address))?.state.associationId, "");
        const table = await network.routeTable(vpc);
        await assert.rejects(
            cloud.create("aws:ec2/route:Route", "out", {
                routeTableId: table.id,
                destinationCidrBlock: "0.0.0.0/0",
                natGatewayId: failed.id,
            }),
            { code: "InvalidNatGatewayID.NotFound" },
        );
        await cloud.delete(failed);
        await cloud.delete(subnet);
    });

    it("that failed for want of a free address does not free it from the other gateway", async () => {
        const vpc = await network.vpc();
        await network.internetGateway(vpc);
        const [subnet, address] = [await network.subnet(vpc), await network.eip()];
        const first = await network.natGateway(subnet, address);
        await assert.rejects(network.natGateway(subnet, address));
        const failed = cloud.account.list(natGateway.type, REGION).find((one) => one.id !== first.id)!;
        await cloud.delete(failed);
        assert.equal((await cloud.read(address))?.state.associationId, first.properties.associationId);
    });

    it("needs no address when it is private, and must not have one", async () => {
        assert.throws(
            () =>
                cloud.check(natGateway.type, "nat", {
                    subnetId: "subnet-1",
                    connectivityType: "private",
                    allocationId: "eipalloc-1",
                }),
            /allocationId: allocation_id is not supported with connectivity_type = "private"/,
        );
    });

    it("is public and in one zone unless told otherwise", async () => {
        const vpc = await network.vpc();
        await network.internetGateway(vpc);
        const { properties } = await network.natGateway(await network.subnet(vpc), await network.eip());
        assert.equal(properties.connectivityType, "public");
        assert.equal(properties.availabilityMode, "zonal");
        assert.deepEqual(properties.secondaryAllocationIds, []);
    });

    it("is replaced when its subnet or address changes and updated when its tags do", () => {
        const before = { subnetId: "subnet-1", allocationId: "eipalloc-1" };
        const after = { subnetId: "subnet-2", allocationId: "eipalloc-2", tags: { owner: "a" } };
        const { changes } = cloud.diff(natGateway.type, before, after);
        assert.equal(changes.subnetId.replaces, true);
        assert.equal(changes.allocationId.replaces, true);
        assert.equal(changes.tags.replaces, false);
    });

    it("is refused at preview as a regional one, which the sandbox has not", () => {
        const check = (availabilityMode: string) => () =>
            cloud.check(natGateway.type, "nat", { subnetId: "subnet-1", availabilityMode });
        assert.throws(check("regional"), /does not act on "availabilityMode"/);
        assert.throws(check("global"), /one of \["zonal" "regional"\]/);
        assert.doesNotThrow(check("zonal"));
    });

    it("counts the quota by zone", async () => {
        const vpc = await network.vpc();
        const [a, b] = await network.subnets(vpc, 2);
        for (let i = 0; i < 5; i++)
            await cloud.create(natGateway.type, `a-${i}`, { subnetId: a.id, connectivityType: "private" });
        const other = await cloud.create(natGateway.type, "b", {
            subnetId: b.id,
            connectivityType: "private",
        });
        assert.equal(other.properties.privateIp, "10.0.1.4");
    });
});
