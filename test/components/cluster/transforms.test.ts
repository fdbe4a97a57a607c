import * as assert from "node:assert/strict";
import type * as pulumi from "@pulumi/pulumi";
import { withoutCreatorAdmin } from "../../../components/cluster/transforms";

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
