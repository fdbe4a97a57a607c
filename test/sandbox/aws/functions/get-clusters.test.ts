import * as assert from "node:assert/strict";
import { getClusters } from "../../../../sandbox/aws/functions/get-clusters";
import { PretendedCloud } from "../../pretended-cloud";
import { ClusterFixture } from "../cluster-fixture";

describe("getClusters", () => {
    it("lists the clusters of the region", async () => {
        const cloud = new PretendedCloud();
        try {
            assert.deepEqual((await cloud.invoke(getClusters.token)).names, []);
            const fixture = new ClusterFixture(cloud);
            await fixture.cluster();
            await fixture.onlyCluster({ name: "other" });
            const found = await cloud.invoke(getClusters.token);
            assert.deepEqual(found, {
                id: "eu-central-1",
                names: ["other", "platform"],
                region: "eu-central-1",
            });
        } finally {
            cloud.remove();
        }
    });
});
