import * as assert from "node:assert/strict";
import { getCluster } from "../../../../sandbox/aws/functions/get-cluster";
import { PretendedCloud } from "../../pretended-cloud";
import { ClusterFixture } from "../cluster-fixture";

describe("getCluster", () => {
    let cloud: PretendedCloud;
    beforeEach(() => (cloud = new PretendedCloud()));
    afterEach(() => cloud.remove());

    it("shows a cluster as the function does: lists where the resource has objects", async () => {
        const { properties } = await new ClusterFixture(cloud).cluster({ tags: { owner: "platform" } });
        const found = await cloud.invoke(getCluster.token, { name: "platform" });
        assert.equal(found.id, "platform");
        assert.equal(found.version, "1.34");
        assert.equal(found.endpoint, properties.endpoint);
        assert.deepEqual(found.vpcConfig, properties.vpcConfig);
        assert.deepEqual(found.certificateAuthorities, [properties.certificateAuthority]);
        assert.deepEqual(found.accessConfigs, [properties.accessConfig]);
        assert.deepEqual(found.storageConfigs, [{ blockStorages: [{ enabled: false }] }]);
        assert.deepEqual(found.tags, { owner: "platform" });
    });

    it("says so as EKS does when there is none", async () => {
        await assert.rejects(
            cloud.invoke(getCluster.token, { name: "x" }),
            /DescribeCluster, .*StatusCode: 404.*ResourceNotFoundException: No cluster found for name: x\.$/,
        );
    });
});
