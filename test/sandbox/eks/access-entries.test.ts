import * as assert from "node:assert/strict";
import { Cluster as ControlPlane } from "@pulumi/aws/eks/cluster";
import { createAccessEntries } from "../../../sandbox/eks/access-entries";
import { record } from "./recorded-cluster";

const ROLE = "arn:aws:iam::111122223333:role/deployer";
const VIEW = "arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy";

describe("the access entries of eks.Cluster", () => {
    it("are one for each name, with an association for each policy", async () => {
        const { registered } = await record(async () => {
            const vpcConfig = { subnetIds: ["subnet-1"] };
            const cluster = new ControlPlane("c", { roleArn: ROLE, vpcConfig });
            const view = { policyArn: VIEW, accessScope: { type: "namespace", namespaces: ["apps"] } };
            const entries = {
                a: { principalArn: ROLE, kubernetesGroups: ["g"], tags: { x: "y" }, username: "u:s" },
                b: { principalArn: ROLE, accessPolicies: { view } },
            };
            createAccessEntries("cluster", cluster, entries, cluster);
        });
        const made = registered.filter(({ type }) => type.includes("/access"));
        assert.deepEqual(
            made.map(({ type, name, inputs }) => [
                type.split(":")[2],
                name,
                JSON.parse(JSON.stringify(inputs)),
            ]),
            [
                [
                    "AccessEntry",
                    "cluster-a",
                    {
                        clusterName: "core",
                        principalArn: ROLE,
                        kubernetesGroups: ["g"],
                        tags: { x: "y" },
                        userName: "u:s",
                    },
                ],
                ["AccessEntry", "cluster-b", { clusterName: "core", principalArn: ROLE }],
                [
                    "AccessPolicyAssociation",
                    "cluster-b-view",
                    {
                        clusterName: "core",
                        principalArn: ROLE,
                        policyArn: VIEW,
                        accessScope: { type: "namespace", namespaces: ["apps"] },
                    },
                ],
            ],
        );
    });
});
