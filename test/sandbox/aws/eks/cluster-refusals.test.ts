import * as assert from "node:assert/strict";
import { clusterRefusals } from "../../../../sandbox/aws/eks/cluster-refusals";

describe("the refusals of a cluster", () => {
    it("carry a code of EKS, whatever the row is called", () => {
        for (const [name, row] of Object.entries(clusterRefusals))
            if (!row.fromProvider) assert.match(row.code ?? name, /^[A-Z][A-Za-z]+Exception$/, name);
    });
});
