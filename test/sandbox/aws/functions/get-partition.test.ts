import * as assert from "node:assert/strict";
import { getPartition } from "../../../../sandbox/aws/functions/get-partition";
import { PretendedCloud } from "../../pretended-cloud";

describe("getPartition", () => {
    it("names the one partition that the sandbox knows", async () => {
        const cloud = new PretendedCloud();
        try {
            const found = await cloud.invoke(getPartition.token);
            assert.equal(found.partition, "aws");
            assert.equal(found.dnsSuffix, "amazonaws.com");
        } finally {
            cloud.remove();
        }
    });
});
