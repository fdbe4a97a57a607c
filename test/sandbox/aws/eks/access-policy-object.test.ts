import * as assert from "node:assert/strict";
import {
    accessPolicyAssociationId,
    associationTimes,
} from "../../../../sandbox/aws/eks/access-policy-object";

describe("an access policy's association as an object", () => {
    it("is known by cluster, principal and policy", () => {
        assert.equal(accessPolicyAssociationId("platform", "arn:a", "arn:b"), "platform#arn:a#arn:b");
    });

    it("shows its times as Go prints them", () => {
        const { associatedAt, modifiedAt } = associationTimes();
        assert.match(String(associatedAt), /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)? \+0000 UTC$/);
        assert.equal(modifiedAt, associatedAt);
    });
});
