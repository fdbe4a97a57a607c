import * as assert from "node:assert/strict";
import { clusterRefusals } from "../../../../sandbox/aws/eks/cluster-refusals";
import { checkedVpcConfig, makeClusterSecurityGroup } from "../../../../sandbox/aws/eks/cluster-vpc-config";
import type { Properties } from "../../../../sandbox/cloud/values";
import { PretendedCloud } from "../../pretended-cloud";
import { callIn } from "../call";
import { ClusterFixture, REGION } from "../cluster-fixture";

describe("a cluster's place in the network", () => {
    let cloud: PretendedCloud;
    let fixture: ClusterFixture;
    beforeEach(() => {
        cloud = new PretendedCloud();
        fixture = new ClusterFixture(cloud);
        fixture.network();
    });
    afterEach(() => cloud.remove());

    function checked(given: Properties): Properties {
        const vpcConfig = { subnetIds: ["subnet-a", "subnet-b"], ...given };
        return checkedVpcConfig({ vpcConfig }, callIn(cloud, clusterRefusals));
    }

    it("is open to the internet unless told otherwise", () => {
        const { endpointPublicAccess, endpointPrivateAccess, publicAccessCidrs, vpcId } = checked({});
        assert.deepEqual(
            [endpointPublicAccess, endpointPrivateAccess, publicAccessCidrs, vpcId],
            [true, false, ["0.0.0.0/0"], "vpc-1"],
        );
    });

    it("takes public ranges for the public endpoint, and no private ones", () => {
        checked({ publicAccessCidrs: ["203.0.113.0/24"] });
        for (const cidr of ["10.0.0.0/8", "172.20.0.0/16", "192.168.1.0/24"])
            assert.throws(() => checked({ publicAccessCidrs: [cidr] }), /not allowed in publicAccessCidrs/);
    });

    it("stays in its VPC", async () => {
        const cluster = await fixture.cluster();
        fixture.put("aws:ec2/subnet:Subnet", "subnet-far-b", {
            vpcId: "vpc-2",
            availabilityZone: `${REGION}b`,
        });
        const vpcConfig = { subnetIds: ["subnet-far", "subnet-far-b"] };
        assert.throws(
            () => checkedVpcConfig({ vpcConfig }, callIn(cloud, clusterRefusals), cluster),
            /same VPC: vpc-2, vpc-1/,
        );
    });

    it("comes with a security group whose members talk to each other", () => {
        const id = makeClusterSecurityGroup("platform", "vpc-1", callIn(cloud));
        const group = cloud.account.get("aws:ec2/securityGroup:SecurityGroup", id, REGION);
        assert.deepEqual(group?.properties.ingress, [{ protocol: "-1", fromPort: 0, toPort: 0, self: true }]);
        assert.equal(group?.properties.vpcId, "vpc-1");
    });
});
