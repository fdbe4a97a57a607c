import * as assert from "node:assert/strict";
import { kubernetesProvider } from "../../../components/cluster/connection";
import { existingCluster } from "../../../components/existing-cluster/existing-cluster";
import { names, runMocked } from "../../helpers/mocked-engine";

describe("existingCluster", () => {
    it("leaves the kubeconfig a path, so that no credentials get into the state, and names the context", async () => {
        const { registrations } = await runMocked(
            { resources: {} },
            () =>
                void kubernetesProvider(
                    existingCluster({ kubeconfig: "/home/me/.kube/config", context: "kind-dev" }),
                ),
        );
        assert.deepEqual(names(registrations), ["pulumi:providers:kubernetes cluster-kubernetes"]);
        const { kubeconfig, context, clusterIdentifier } = registrations[0].inputs;
        assert.deepEqual(
            [kubeconfig, context, clusterIdentifier],
            ["/home/me/.kube/config", "kind-dev", "kind-dev"],
        );
    });
});
