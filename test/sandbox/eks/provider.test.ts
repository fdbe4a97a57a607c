import * as assert from "node:assert/strict";
import { provider } from "../../../sandbox/eks/provider";
import { ENOUGH } from "./options-fixture";
import { record, valueOf } from "./recorded-cluster";

describe("the stand-in for the eks plugin", () => {
    it("is as old as the installed package", () => assert.equal(provider.version, "4.3.0"));

    it("constructs a cluster, with the outputs of the real one and no others", async () => {
        await record(async () => {
            const { urn, state } = await provider.construct!(
                "cluster",
                "eks:index:Cluster",
                { ...ENOUGH },
                {},
            );
            assert.match(await valueOf(urn), /eks:index:Cluster::cluster$/);
            assert.deepEqual(Object.keys(state).sort(), [
                "autoModeNodeRoleName",
                "clusterIngressRuleId",
                "clusterSecurityGroupId",
                "core",
                "defaultNodeGroupAsgName",
                "eksCluster",
                "fargateProfileId",
                "fargateProfileStatus",
                "instanceRoles",
                "kubeconfig",
                "kubeconfigJson",
                "nodeSecurityGroupId",
                "oidcIssuer",
                "oidcProviderArn",
                "oidcProviderUrl",
            ]);
        });
    });

    it("names a type that it does not know", async () => {
        await assert.rejects(
            provider.construct!("n", "eks:index:NodeGroupV2", {}, {}),
            /does not know the resource type "eks:index:NodeGroupV2"; of eks it knows eks:index:Cluster/,
        );
    });
});
