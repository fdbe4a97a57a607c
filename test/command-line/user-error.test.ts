import assert from "node:assert/strict";
import { UserError } from "../../command-line/user-error";

describe("command-line/user-error", () => {
    it("means a failure unless it says that the command line can't be meant", () => {
        assert.equal(new UserError("x").exitCode, 1);
        assert.equal(new UserError("x", 2).exitCode, 2);
        assert.equal(new UserError("x").name, "UserError");
    });
});
