import * as assert from "node:assert/strict";
import {
    blackhole,
    checkRoute,
    requireFreeDestination,
    routeRefusals,
} from "../../../../sandbox/aws/ec2/routes";
import { callIn } from "../call";
import { PretendedCloud } from "../../pretended-cloud";
import { Network, REGION } from "../network-fixture";

describe("what routes have in common", () => {
    let cloud: PretendedCloud;
    beforeEach(() => (cloud = new PretendedCloud()));
    afterEach(() => cloud.remove());

    it("includes that one destination and one target belong to each", () => {
        const destinations = ["cidrBlock", "ipv6CidrBlock"];
        assert.deepEqual(checkRoute({ cidrBlock: "0.0.0.0/0", gatewayId: "igw-1" }, destinations), []);
        assert.equal(checkRoute({}, destinations).length, 2);
    });

    it("includes that a destination is taken by a route of the table's own or one beside it", () => {
        const network = new Network(cloud);
        const table = network.put("aws:ec2/routeTable:RouteTable", "rtb-1", {
            routes: [{ cidrBlock: "10.1.0.0/16" }],
        });
        const type = "aws:ec2/route:Route";
        network.put(type, "r-1", { routeTableId: "rtb-1", destinationCidrBlock: "10.2.0.0/16" });
        const call = callIn(cloud, routeRefusals);
        for (const taken of ["10.1.0.0/16", "10.2.0.0/16"])
            assert.throws(() => requireFreeDestination(taken, table, call), { code: "RouteAlreadyExists" });
        assert.doesNotThrow(() => requireFreeDestination("10.3.0.0/16", table, call));
    });

    it("includes that only those to a target lead nowhere when it goes", () => {
        const network = new Network(cloud);
        const type = "aws:ec2/route:Route";
        network.put(type, "r-1", { gatewayId: "igw-1", state: "active" });
        network.put(type, "r-2", { gatewayId: "igw-2", state: "active" });
        blackhole("gatewayId", "igw-1", callIn(cloud));
        assert.deepEqual(
            cloud.account.list(type, REGION).map((route) => route.properties.state),
            ["blackhole", "active"],
        );
    });
});
