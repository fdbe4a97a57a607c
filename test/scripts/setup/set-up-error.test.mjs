import assert from "node:assert/strict";
import { SetUpError } from "../../../scripts/setup/set-up-error.mjs";

describe("SetUpError", () => {
    it("ends the process with 1 unless another exit code is given", () => {
        assert.equal(new SetUpError("no").exitCode, 1);
        assert.equal(new SetUpError("stopped", 130).exitCode, 130);
    });
});
