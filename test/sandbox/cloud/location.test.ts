import assert from "node:assert/strict";
import * as path from "node:path";
import { accountFolder, cloudFolder, sandboxFolder } from "../../../sandbox/cloud/location";

describe("The location of the sandbox", () => {
    it("is SANDBOX_DIR, made absolute", () => {
        assert.equal(sandboxFolder({ SANDBOX_DIR: "/x/y/../z" }), "/x/z");
        assert.equal(sandboxFolder({ SANDBOX_DIR: "here" }), path.resolve("here"));
    });

    it("is never guessed", () => {
        for (const environment of [{}, { SANDBOX_DIR: "" }]) {
            assert.throws(() => sandboxFolder(environment), {
                message: /SANDBOX_DIR is not set.*npm run sandbox/,
            });
            assert.throws(() => accountFolder("dvlp", environment), { message: /SANDBOX_DIR is not set/ });
        }
    });

    it("holds a folder for each stack's cloud", () => {
        assert.equal(cloudFolder({ SANDBOX_DIR: "/x" }), "/x/cloud");
        assert.equal(accountFolder("pprd", { SANDBOX_DIR: "/x" }), "/x/cloud/pprd");
    });
});
