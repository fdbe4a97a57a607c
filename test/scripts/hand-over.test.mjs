import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { handOver } from "../../scripts/hand-over.mjs";

const MODULE = new URL("../../scripts/hand-over.mjs", import.meta.url).href;

describe("A command in the script's place", () => {
    it("gives the script its exit code", async () => {
        assert.equal(await handOver(process.execPath, ["-e", "process.exit(7)"]), 7);
    });

    it("that a signal ended gives what a shell would", async () => {
        assert.equal(await handOver(process.execPath, ["-e", "process.kill(process.pid, 'SIGKILL')"]), 137);
    });

    it("that does not exist is an error", async () => {
        await assert.rejects(handOver("no-such-command", []), { code: "ENOENT" });
    });

    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
        it(`gets ${signal} from a script without a terminal, which waits for its end`, async () => {
            const command = `process.on("${signal}", () => process.exit(5)); console.log("ready"); setInterval(() => {}, 1000);`;
            const script = `
                import { handOver } from ${JSON.stringify(MODULE)};
                process.exitCode = await handOver(process.execPath, ["-e", ${JSON.stringify(command)}]);`;
            const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
                stdio: ["ignore", "pipe", "pipe"],
            });
            await once(child.stdout, "data");
            child.kill(signal);
            const [code] = await once(child, "close");
            assert.equal(code, 5);
        });
    }
});
