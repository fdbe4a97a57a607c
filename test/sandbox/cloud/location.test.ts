import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { accountFolder, accounts, cloudFolder, sandboxFolder } from "../../../sandbox/cloud/location";
import { temporaryFolder } from "./temporary-folder";

describe("The location of the sandbox", () => {
    const folder = temporaryFolder();

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

    it("holds a folder for each account", () => {
        assert.equal(cloudFolder({ SANDBOX_DIR: "/x" }), "/x/cloud");
        assert.equal(accountFolder("1", { SANDBOX_DIR: "/x" }), "/x/cloud/1");
    });

    it("knows the accounts that have a folder, and none where there is none", () => {
        for (const name of ["2", "1", ".nowhere"]) fs.mkdirSync(path.join(folder(), name));
        assert.deepEqual(
            accounts(folder()).map(({ id }) => id),
            ["1", "2"],
        );
        assert.deepEqual(accounts(path.join(folder(), "missing")), []);
    });
});
