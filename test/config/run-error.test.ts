import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { ConfigError } from "../../config";
import { runError } from "../../config/run-error";

describe("config/run-error", () => {
    it("gives the engine a configuration error as a message without a stack", () => {
        const error = runError(new ConfigError("Something is wrong", []));
        assert.ok(error instanceof pulumi.RunError);
        assert.match(error.message, /^Something is wrong/);
        assert.equal(error.stack, undefined);
    });

    it("leaves a bug as it is", () => {
        const bug = new TypeError("oops");
        assert.equal(runError(bug), bug);
    });
});
