import * as assert from "node:assert/strict";
import { WorkloadIdentity } from "../../../components/workload-identity/workload-identity";
import { awsMocks } from "../../helpers/aws-mocks";
import { named, names, runMocked } from "../../helpers/mocked-engine";

describe("WorkloadIdentity", () => {
    it("makes a role for pods alone, with both policies, and ties it to one service account", async () => {
        const { registrations } = await runMocked({ resources: awsMocks }, () => {
            new WorkloadIdentity("dns", {
                clusterName: "c",
                namespace: "dns-system",
                serviceAccount: "external-dns",
                managedPolicyArns: ["arn:aws:iam::aws:policy/Some"],
                policy: "{}",
            });
        });
        assert.deepEqual(names(registrations), [
            "core-platform:workload-identity:WorkloadIdentity dns",
            "aws:iam/rolePolicyAttachment:RolePolicyAttachment dns-Some",
            "aws:eks/podIdentityAssociation:PodIdentityAssociation dns-association",
            "aws:iam/rolePolicy:RolePolicy dns-policy",
            "aws:iam/role:Role dns-role",
        ]);
        assert.deepEqual(JSON.parse(String(named(registrations, "dns-role").inputs.assumeRolePolicy)), {
            Version: "2012-10-17",
            Statement: [
                {
                    Effect: "Allow",
                    Principal: { Service: "pods.eks.amazonaws.com" },
                    Action: ["sts:AssumeRole", "sts:TagSession"],
                },
            ],
        });
        assert.deepEqual(named(registrations, "dns-association").inputs, {
            clusterName: "c",
            namespace: "dns-system",
            serviceAccount: "external-dns",
            roleArn: "arn:aws:iam::111122223333:role/dns-role",
        });
    });
});
