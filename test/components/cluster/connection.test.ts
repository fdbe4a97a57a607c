import * as assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { kubernetesProvider } from "../../../components/cluster/connection";
import { runMocked } from "../../helpers/mocked-engine";

const CONNECTION = {
    clusterName: "core-platform-dvlp",
    kubeconfig: "{}",
    identifier: "core-platform-dvlp-1",
};

describe("kubernetesProvider", () => {
    it("belongs to the stack, so that it is the same one whoever made the cluster", async () => {
        const { registrations } = await runMocked(
            { resources: {} },
            () => void kubernetesProvider(CONNECTION),
        );
        const [{ name, parent, inputs, dependencies }] = registrations;
        assert.deepEqual([name, parent, dependencies], ["cluster-kubernetes", "", []]);
        assert.deepEqual([inputs.kubeconfig, inputs.clusterIdentifier], ["{}", "core-platform-dvlp-1"]);
        assert.ok(!("context" in inputs));
    });

    it("waits for what has to be there before", async () => {
        class Node extends pulumi.CustomResource {}
        const { registrations } = await runMocked({ resources: { "test:index:Node": () => ({}) } }, () => {
            kubernetesProvider({ ...CONNECTION, ready: [new Node("test:index:Node", "node", {})] });
        });
        const provider = registrations.find(({ name }) => name === "cluster-kubernetes");
        assert.deepEqual(provider?.dependencies, ["node"]);
    });
});
