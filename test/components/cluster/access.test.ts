import * as assert from "node:assert/strict";
import { ClusterAccess } from "../../../components/cluster/access";
import { awsMocks } from "../../helpers/aws-mocks";
import { named, runMocked } from "../../helpers/mocked-engine";

describe("ClusterAccess", () => {
    it("makes the deployer cluster admin, and nobody else by default", async () => {
        const { registrations } = await runMocked({ resources: awsMocks }, () => {
            new ClusterAccess("access", { clusterName: "c", deployerRoleArn: "arn:deployer", entries: {} });
        });
        assert.deepEqual(named(registrations, "access-deployer-policy").inputs, {
            clusterName: "c",
            principalArn: "arn:deployer",
            policyArn: "arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy",
            accessScope: { type: "cluster" },
        });
        assert.equal(registrations.length, 3);
    });

    it("limits an entry to its namespaces, after the entry itself", async () => {
        const { registrations } = await runMocked({ resources: awsMocks }, () => {
            const entries = {
                team: { principalArn: "arn:team", policy: "AmazonEKSEditPolicy", namespaces: ["shop"] },
            };
            new ClusterAccess("access", { clusterName: "c", deployerRoleArn: "arn:deployer", entries });
        });
        const association = named(registrations, "access-team-policy");
        assert.deepEqual(association.inputs.accessScope, { type: "namespace", namespaces: ["shop"] });
        assert.ok(association.dependencies.includes("access-team"));
    });
});
