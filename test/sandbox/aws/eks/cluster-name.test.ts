import * as assert from "node:assert/strict";
import { checkClusterName } from "../../../../sandbox/aws/eks/cluster-name";

describe("the name of a cluster", () => {
    it("has letters, digits, dashes and underscores behind the first letter or digit, 100 in all", () => {
        for (const name of ["platform", "1", "a_b-c", "a".repeat(100)])
            assert.deepEqual(checkClusterName({ name }, "name"), [], name);
        for (const clusterName of ["", "-a", "a.b", "a".repeat(101)])
            assert.deepEqual(
                checkClusterName({ clusterName }, "clusterName").map((failure) => failure.property),
                ["clusterName"],
            );
    });
});
