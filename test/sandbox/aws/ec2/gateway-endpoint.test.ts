import * as assert from "node:assert/strict";
import { PretendedCloud } from "../../pretended-cloud";
import { Network } from "../network-fixture";
import { gateway, S3, VPC_ENDPOINT } from "./endpoint-fixture";

describe("a pretended gateway endpoint", () => {
    let cloud: PretendedCloud;
    let network: Network;
    beforeEach(() => {
        cloud = new PretendedCloud();
        network = new Network(cloud);
    });
    afterEach(() => cloud.remove());

    it("leads to the prefix list of its service, which is the region's", async () => {
        const [one, other] = [await network.vpc(), await network.vpc()];
        const { properties } = await gateway(cloud, one);
        assert.match(String(properties.prefixListId), /^pl-[0-9a-f]{8}$/);
        assert.equal((await gateway(cloud, other)).properties.prefixListId, properties.prefixListId);
        assert.notDeepEqual(properties.cidrBlocks, []);
        assert.deepEqual([properties.networkInterfaceIds, properties.dnsEntries], [[], []]);
    });

    it("takes other route tables by an update", async () => {
        const vpc = await network.vpc();
        const [one, other] = [await network.routeTable(vpc), await network.routeTable(vpc)];
        const before = { vpcId: vpc.id, serviceName: S3, routeTableIds: [one.id] };
        const made = await cloud.create(VPC_ENDPOINT, "s3", before);
        const after = await cloud.update(made, before, { ...before, routeTableIds: [other.id] });
        assert.deepEqual(after.routeTableIds, [other.id]);
        // The first table is free for another endpoint of the service.
        await gateway(cloud, vpc, { routeTableIds: [one.id] });
    });
});
