import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { StackFiles } from "../../ephemeral/files";
import { temporaryFolder } from "../sandbox/cloud/temporary-folder";

describe("ephemeral/files", () => {
    const folder = temporaryFolder();

    it("writes, reads and removes a stack's file, and leaves nothing else behind", () => {
        const files = new StackFiles(folder());
        assert.equal(files.read("dvlp-t-1"), undefined);
        files.write("dvlp-t-1", "a: 1\n");
        files.write("dvlp-t-1", "a: 2\n");
        assert.equal(files.read("dvlp-t-1"), "a: 2\n");
        assert.deepEqual(fs.readdirSync(folder()), ["Pulumi.dvlp-t-1.yaml"]);
        files.remove("dvlp-t-1");
        files.remove("dvlp-t-1");
        assert.deepEqual(fs.readdirSync(folder()), []);
    });

    it("demands the files that every clone has", () => {
        assert.throws(() => new StackFiles(folder()).require("dvlp"), {
            name: "UserError",
            message: `${path.join(folder(), "Pulumi.dvlp.yaml")} is not there: restore it.`,
        });
    });

    it("knows the ranges of satellites, and leaves those of tickets to their claims", () => {
        const files = new StackFiles(folder());
        for (const stack of ["dvlp", "pprd", "prod"]) files.write(stack, "config: {}");
        files.write("prod-network", 'config: { "core-platform:network": { cidr: 10.192.0.0/16 } }');
        files.write("dvlp-t-1", 'config: { "core-platform:network": { cidr: 10.193.0.0/16 } }');
        assert.deepEqual(files.reserved(), ["10.192.0.0/16"]);
    });

    it("knows the ranges of all environments, and of networks connected to them", () => {
        assert.deepEqual([...new Set(new StackFiles(".").reserved())].sort(), [
            "10.16.0.0/16",
            "10.32.0.0/16",
            "10.48.0.0/16",
            "10.8.0.0/16",
        ]);
    });
});
