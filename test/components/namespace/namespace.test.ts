import * as assert from "node:assert/strict";
import { Namespace, type NamespaceArgs } from "../../../components/namespace/namespace";
import { named, runMocked } from "../../helpers/mocked-engine";

async function labels(changes: Partial<NamespaceArgs> = {}): Promise<Record<string, string>> {
    const resources = { "kubernetes:core/v1:Namespace": () => ({}) };
    const { registrations } = await runMocked({ resources }, () => {
        new Namespace("platform", {
            namespace: "platform-system",
            owner: "team",
            environment: "dvlp",
            ...changes,
        });
    });
    const { metadata } = named(registrations, "platform-namespace").inputs as {
        metadata: { name: string; labels: Record<string, string> };
    };
    assert.equal(metadata.name, "platform-system");
    return metadata.labels;
}

describe("Namespace", () => {
    it("carries owner, environment and the restricted Pod Security level", async () => {
        assert.deepEqual(await labels(), {
            "app.kubernetes.io/managed-by": "pulumi",
            "app.kubernetes.io/part-of": "core-platform",
            environment: "dvlp",
            owner: "team",
            "pod-security.kubernetes.io/enforce": "restricted",
            "pod-security.kubernetes.io/warn": "restricted",
        });
    });

    it("carries an owner that is no label value as the nearest one", async () => {
        assert.equal((await labels({ owner: "Platform Team" })).owner, "Platform-Team");
    });

    it("takes another level where a workload needs it", async () => {
        assert.equal(
            (await labels({ podSecurity: "baseline" }))["pod-security.kubernetes.io/enforce"],
            "baseline",
        );
    });
});
