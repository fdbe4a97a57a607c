import * as assert from "node:assert/strict";
import { managedPolicyActions } from "../../../../sandbox/aws/iam/managed-policies";

describe("AWS's managed policies", () => {
    it("are known by ARN, path included", () => {
        assert.ok(managedPolicyActions("arn:aws:iam::aws:policy/AmazonEKSClusterPolicy"));
        assert.ok(managedPolicyActions("arn:aws:iam::aws:policy/service-role/AmazonEBSCSIDriverPolicy"));
        assert.equal(managedPolicyActions("arn:aws:iam::aws:policy/AmazonEBSCSIDriverPolicy"), undefined);
        assert.equal(managedPolicyActions("arn:aws:iam::aws:policy/toString"), undefined);
        assert.equal(
            managedPolicyActions("arn:aws:iam::111122223333:policy/AmazonEKSClusterPolicy"),
            undefined,
        );
    });

    it("let a control plane make its log group", () => {
        const actions = managedPolicyActions("arn:aws:iam::aws:policy/AmazonEKSClusterPolicy");
        assert.ok(actions?.includes("logs:CreateLogGroup"));
    });
});
