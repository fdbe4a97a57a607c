import * as assert from "node:assert/strict";
import { nodeGroupRefusals } from "../../../../sandbox/aws/eks/node-group-refusals";

describe("the refusals of a node group", () => {
    it("carry a code of EKS, whatever the row is called", () => {
        for (const [name, row] of Object.entries(nodeGroupRefusals))
            if (!row.fromProvider) assert.match(row.code ?? name, /^[A-Z][A-Za-z]+Exception$/, name);
    });
});
