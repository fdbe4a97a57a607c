import * as assert from "node:assert/strict";
import { requireSameNetwork, siblings } from "../../../../sandbox/aws/ec2/vpc-endpoint-request";
import { vpcEndpointRefusals } from "../../../../sandbox/aws/ec2/vpc-endpoint-refusals";
import { PretendedCloud } from "../../pretended-cloud";
import { callIn } from "../call";
import { Network } from "../network-fixture";

describe("what is asked of an endpoint", () => {
    let cloud: PretendedCloud;
    let network: Network;
    beforeEach(() => {
        cloud = new PretendedCloud();
        network = new Network(cloud);
    });
    afterEach(() => cloud.remove());

    it("has the endpoints of its VPC and service for siblings, without itself", async () => {
        const [vpc, other] = [await network.vpc(), await network.vpc()];
        const type = "aws:ec2/vpcEndpoint:VpcEndpoint";
        const inputs = { serviceName: "s3" };
        network.put(type, "vpce-self", { vpcId: vpc.id, ...inputs });
        network.put(type, "vpce-same", { vpcId: vpc.id, ...inputs });
        network.put(type, "vpce-service", { vpcId: vpc.id, serviceName: "sts" });
        network.put(type, "vpce-network", { vpcId: other.id, ...inputs });
        const service = { name: "s3", types: [], privateNames: [] };
        const found = siblings({ id: "vpce-self", inputs, vpc, service }, callIn(cloud));
        assert.deepEqual(
            found.map((sibling) => sibling.id),
            ["vpce-same"],
        );
    });

    it("takes nothing of another VPC", async () => {
        const [vpc, other] = [await network.vpc(), await network.vpc()];
        const subnet = await network.subnet(vpc);
        const call = callIn(cloud, vpcEndpointRefusals);
        requireSameNetwork("subnet", subnet, vpc, call);
        assert.throws(
            () => requireSameNetwork("subnet", subnet, other, call),
            new RegExp(`subnet ${subnet.id} and VPC ${other.id} belong to different networks`),
        );
    });
});
