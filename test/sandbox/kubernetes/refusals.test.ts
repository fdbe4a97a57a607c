import * as assert from "node:assert/strict";
import { fakes } from "../../../sandbox/kubernetes/fakes";
import { FORBIDDEN, UNREACHABLE_READ } from "../../../sandbox/kubernetes/refusals";

describe("the refusals that all Kubernetes types share", () => {
    it("stand in every table, in the provider's own words", () => {
        for (const [code, row] of Object.entries({ ...FORBIDDEN, ...UNREACHABLE_READ })) {
            assert.equal(row.fromProvider, true, code);
            for (const fake of fakes) assert.equal(fake.refusals[code], row, `${fake.type} ${code}`);
        }
    });
});
