import * as assert from "node:assert/strict";
import { vpcEndpointRefusals } from "../../../../sandbox/aws/ec2/vpc-endpoint-refusals";

describe("the refusals of an endpoint", () => {
    it("carry a code of EC2, whatever the row is called", () => {
        for (const [name, row] of Object.entries(vpcEndpointRefusals))
            assert.match(row.code ?? name, /^[A-Z][A-Za-z]+(\.NotFound)?$/, name);
    });
});
