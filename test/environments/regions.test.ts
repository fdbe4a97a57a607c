import assert from "node:assert/strict";
import { REGIONS } from "../../environments/regions";

describe("The regions", () => {
    it("are sorted, each once", () => {
        assert.deepEqual([...REGIONS], [...new Set(REGIONS)].sort());
    });

    it("are those of the partition aws", () => {
        for (const region of REGIONS)
            assert.match(region, /^(?!cn-|us-gov-|us-iso|eusc-)[a-z]{2}-[a-z]+-\d$/);
    });

    it("are there for every place the platform runs in, old and new", () => {
        for (const region of ["us-east-1", "eu-central-1", "ap-southeast-6", "mx-central-1"] as const)
            assert.ok(REGIONS.includes(region), region);
    });
});
