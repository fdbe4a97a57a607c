import * as assert from "node:assert/strict";
import {
    authenticationMode,
    CLUSTER_NOT_FOUND,
    hasNodes,
    onCluster,
    requireCluster,
} from "../../../../sandbox/aws/eks/cluster-lookup";
import { PretendedCloud } from "../../pretended-cloud";
import { callIn } from "../call";
import { ClusterFixture } from "../cluster-fixture";
import { EKS_TYPES } from "../../../../sandbox/aws/types";

describe("looking a cluster up", () => {
    let cloud: PretendedCloud;
    let fixture: ClusterFixture;
    beforeEach(() => {
        cloud = new PretendedCloud();
        fixture = new ClusterFixture(cloud);
    });
    afterEach(() => cloud.remove());

    it("finds it, or says so as EKS does", async () => {
        const call = callIn(cloud, { ResourceNotFoundException: CLUSTER_NOT_FOUND });
        assert.throws(
            () => requireCluster("platform", call),
            /^RefusedError: No cluster found for name: platform\.$/,
        );
        const cluster = await fixture.cluster();
        assert.equal(requireCluster("platform", call).id, "platform");
        assert.equal(authenticationMode(cluster), "API");
    });

    it("tells what stands on it from what stands on others", async () => {
        await fixture.cluster();
        await fixture.onlyCluster({ name: "other" });
        await fixture.addon("vpc-cni");
        await fixture.addon("vpc-cni", { clusterName: "other" });
        const found = onCluster(EKS_TYPES.addon, "platform", callIn(cloud));
        assert.deepEqual(
            found.map((object) => object.id),
            ["platform:vpc-cni"],
        );
    });

    it("counts nodes, not groups", async () => {
        await fixture.readyForNodes();
        await fixture.nodeGroup({ scalingConfig: { minSize: 0, desiredSize: 0, maxSize: 1 } });
        assert.ok(!hasNodes("platform", callIn(cloud)));
        await fixture.nodeGroup({ nodeGroupName: "more" });
        assert.ok(hasNodes("platform", callIn(cloud)));
    });
});
