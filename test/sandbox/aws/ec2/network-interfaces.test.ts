import * as assert from "node:assert/strict";
import {
    interfacesOf,
    makeInterface,
    setGroups,
    subnetInUse,
} from "../../../../sandbox/aws/ec2/network-interfaces";
import { callIn } from "../call";
import { PretendedCloud } from "../../pretended-cloud";
import { Network } from "../network-fixture";

describe("a network interface that a service places", () => {
    let cloud: PretendedCloud;
    beforeEach(() => (cloud = new PretendedCloud()));
    afterEach(() => cloud.remove());

    it("has an address of its subnet that nobody has, and no resource", async () => {
        const network = new Network(cloud);
        const subnet = await network.subnet(await network.vpc(), { cidrBlock: "10.0.3.0/28" });
        const call = callIn(cloud);
        const addresses = Array.from({ length: 11 }, () => makeInterface(subnet, { maker: "a" }, call));
        assert.equal(addresses[0].properties.privateIp, "10.0.3.4");
        assert.equal(addresses[10].properties.privateIp, "10.0.3.14");
        assert.equal(addresses[0].urn, undefined);
        // The last address of a subnet is AWS's too.
        assert.throws(() => makeInterface(subnet, { maker: "a" }, call), /has no free address/);
    });

    it("belongs to who placed it, keeps its subnet in use and can change its groups", async () => {
        const network = new Network(cloud);
        const subnet = await network.subnet(await network.vpc());
        const call = callIn(cloud);
        assert.ok(!subnetInUse(subnet.id, call));
        const placed = makeInterface(subnet, { maker: "vpce-1", securityGroupIds: ["sg-1"] }, call);
        makeInterface(subnet, { maker: "vpce-2" }, call);
        assert.ok(subnetInUse(subnet.id, call));
        setGroups(placed, ["sg-2"], call);
        const [own, ...others] = interfacesOf("vpce-1", call);
        assert.deepEqual(others, []);
        assert.equal(own.id, placed.id);
        assert.deepEqual(own.properties.securityGroupIds, ["sg-2"]);
    });
});
