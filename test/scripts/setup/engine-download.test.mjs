import assert from "node:assert/strict";
import { createRequire } from "node:module";
import path from "node:path";
import { downloadEngine } from "../../../scripts/setup/engine-download.mjs";
import { temporaryFolder } from "../temporary-folder.mjs";

describe("The download of the engine", () => {
    const folder = temporaryFolder();

    it("fails with a reason, and not with a stack, for a version that is none", async () => {
        await assert.rejects(
            downloadEngine({ root: path.resolve("."), version: "none", folder: folder.path, show: false }),
            (error) => {
                assert.equal(error.name, "ToolFailure");
                assert.equal(error.output, "Invalid Version: none");
                return true;
            },
        );
    });

    it("is done by an installer that the SDK still has", () => {
        const { PulumiCommand } = createRequire(import.meta.url)("@pulumi/pulumi/automation");
        assert.equal(typeof PulumiCommand.install, "function");
    });
});
