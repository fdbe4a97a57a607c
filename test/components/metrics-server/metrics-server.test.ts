import * as assert from "node:assert/strict";
import { MetricsServer } from "../../../components/metrics-server/metrics-server";
import type { Properties } from "../../../sandbox/cloud/values";
import { named, runMocked } from "../../helpers/mocked-engine";

async function release(replicas?: number, kubeletInsecureTls?: boolean): Promise<Properties> {
    const resources = { "kubernetes:helm.sh/v3:Release": () => ({}) };
    const { registrations } = await runMocked(
        { resources },
        () =>
            void new MetricsServer("metrics-server", {
                namespace: "platform-system",
                replicas,
                kubeletInsecureTls,
            }),
    );
    return named(registrations, "metrics-server-release").inputs;
}

describe("MetricsServer", () => {
    it("installs one exact version of the chart from its own repository", async () => {
        const inputs = await release();
        assert.deepEqual(
            [inputs.chart, inputs.version, inputs.repositoryOpts, inputs.namespace],
            [
                "metrics-server",
                "3.13.1",
                { repo: "https://kubernetes-sigs.github.io/metrics-server/" },
                "platform-system",
            ],
        );
    });

    it("trusts kubelets of unknown authority only where it is told to", async () => {
        const args = async (insecure?: boolean): Promise<unknown> =>
            ((await release(2, insecure)).values as Properties).args;
        assert.deepEqual(
            [await args(), await args(false), await args(true)],
            [undefined, undefined, ["--kubelet-insecure-tls"]],
        );
    });

    it("keeps a pod while a node is drained, where there is more than one", async () => {
        const budget = async (replicas?: number): Promise<unknown> =>
            ((await release(replicas)).values as Properties).podDisruptionBudget;
        assert.deepEqual(await budget(), { enabled: true, minAvailable: 1 });
        assert.deepEqual(await budget(1), { enabled: false, minAvailable: 1 });
    });
});
