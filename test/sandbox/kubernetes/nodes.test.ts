import * as assert from "node:assert/strict";
import { release } from "../../../sandbox/kubernetes/release";
import { newCluster, REGION } from "./pretended-cluster";

const inputs = {
    chart: "other",
    version: "1.0.0",
    namespace: "default",
    repositoryOpts: { repo: "https://charts.example.com" },
};

describe("the nodes that pods wait for", () => {
    it("are those of a node group of the same cluster that wants at least one", async () => {
        const cloud = newCluster({ nodes: 0 });
        try {
            const [group] = cloud.account.list("aws:eks/nodeGroup:NodeGroup", REGION);
            const put = (clusterName: string, desiredSize: number): void =>
                cloud.account.put({
                    ...group,
                    id: clusterName,
                    properties: { clusterName, scalingConfig: { desiredSize } },
                });
            put("other", 2);
            await assert.rejects(cloud.create(release.type, "a", inputs), /context deadline exceeded$/);
            put("core", 1);
            await cloud.create(release.type, "b", inputs);
        } finally {
            cloud.remove();
        }
    });
});
