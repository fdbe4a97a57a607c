import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { sandboxOrphans } from "../../recovery/sandbox-orphans";
import { temporaryFolder } from "../sandbox/cloud/temporary-folder";

describe("the sandbox's orphans", () => {
    const folder = temporaryFolder();
    const cli = (content: string): void => {
        const dist = path.join(folder(), "sandbox", "dist");
        fs.mkdirSync(dist, { recursive: true });
        fs.writeFileSync(path.join(dist, "cli.js"), content);
    };

    it("are what its command line answers for the stack", async () => {
        cli("console.log(JSON.stringify([{ id: process.argv.slice(2).join(' ') }]))");
        assert.deepEqual(await sandboxOrphans(folder(), "dvlp"), [
            { id: "cloud -- orphans --json --stack dvlp" },
        ]);
    });

    it("are an error when it fails", async () => {
        cli("process.stderr.write('no such stack'); process.exitCode = 1;");
        await assert.rejects(sandboxOrphans(folder(), "dvlp"), { message: /no such stack/ });
    });
});
