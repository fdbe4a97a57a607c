import * as assert from "node:assert/strict";
import type * as pulumi from "@pulumi/pulumi";
import { withClusterIdentifier, withoutCreatorAdmin } from "../../../components/cluster/transforms";

describe("withClusterIdentifier", () => {
    it("identifies the cluster to Kubernetes providers, and changes nothing else", async () => {
        const provider = {
            type: "pulumi:providers:kubernetes",
            props: { kubeconfig: "k" },
            custom: true,
            name: "x",
            opts: {},
        };
        const transform = withClusterIdentifier("core-platform-dvlp-1");
        assert.deepEqual((await transform(provider))?.props, {
            kubeconfig: "k",
            clusterIdentifier: "core-platform-dvlp-1",
        });
        assert.equal(await transform({ ...provider, type: "pulumi:providers:aws" }), undefined);
    });
});

describe("withoutCreatorAdmin", () => {
    const args = (type: string, props: pulumi.Inputs): pulumi.ResourceTransformArgs => ({
        type,
        props,
        custom: true,
        name: "x",
        opts: {},
    });

    it("turns the creator's admin off and keeps the rest", async () => {
        const accessConfig = { authenticationMode: "API", bootstrapClusterCreatorAdminPermissions: true };
        const changed = await withoutCreatorAdmin(
            args("aws:eks/cluster:Cluster", { name: "c", accessConfig }),
        );
        assert.deepEqual(changed?.props, {
            name: "c",
            accessConfig: { authenticationMode: "API", bootstrapClusterCreatorAdminPermissions: false },
        });
    });

    it("leaves other resources alone", async () => {
        assert.equal(await withoutCreatorAdmin(args("aws:ec2/vpc:Vpc", {})), undefined);
    });
});
