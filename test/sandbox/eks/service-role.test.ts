import * as assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { ServiceRole } from "../../../sandbox/eks/service-role";
import { record, valueOf } from "./recorded-cluster";

describe("the role that eks.Cluster makes", () => {
    it("trusts the service and carries each policy, in the partition that it runs in", async () => {
        const { registered } = await record(async () => {
            const made = new ServiceRole(
                "c-eksRole",
                {
                    service: "eks.amazonaws.com",
                    description: "d",
                    managedPolicies: ["AmazonEKSClusterPolicy"],
                    partition: pulumi.output("aws-cn"),
                    tags: { a: "b" },
                },
                {},
            );
            await valueOf(made.resolvedRole);
        });
        const [component, attachment, role] = registered;
        assert.deepEqual([component.type, component.name], ["eks:index:ServiceRole", "c-eksRole"]);
        assert.deepEqual(role.inputs, {
            description: "d",
            tags: { a: "b" },
            assumeRolePolicy: JSON.stringify({
                Version: "2012-10-17",
                Statement: [
                    {
                        Action: ["sts:AssumeRole", "sts:TagSession"],
                        Effect: "Allow",
                        Principal: { Service: ["eks.amazonaws.com"] },
                    },
                ],
            }),
        });
        // The name is of the policy's ARN in the partition "aws", so that it is the same everywhere.
        assert.equal(attachment.name, "c-eksRole-4b490823");
        assert.equal(attachment.inputs.policyArn, "arn:aws-cn:iam::aws:policy/AmazonEKSClusterPolicy");
    });
});
