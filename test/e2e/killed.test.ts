import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import type { Orphan } from "../../recovery/plan";
import { Sandbox } from "../helpers/sandbox";

const STACK = "dvlp";

/** How far an update gets before the engine is killed: so many changes in the cloud. */
const STEPS = 10;

/** Time for what the engine started to see that it is gone, milliseconds; the plugins look every second. */
const GRACE = 20_000;

describe("an engine that is killed at every tenth step of the first up", function () {
    this.timeout(900_000);
    const sandbox = new Sandbox();
    after(() => sandbox.remove());

    async function orphans(): Promise<Orphan[]> {
        const { code, stdout, stderr } = await sandbox.cloud(["orphans", "--json", "-s", STACK]);
        assert.equal(code, 0, stderr);
        return JSON.parse(stdout) as Orphan[];
    }

    /** Goes up until the engine is killed; @returns whether it was */
    async function upUntilKilled(): Promise<boolean> {
        const faults = path.join(sandbox.folder, "faults.yaml");
        fs.writeFileSync(faults, `faults: [{ fault: kill-engine, step: ${STEPS} }]\n`);
        const args = ["up", "-s", STACK, "--skip-preview"];
        const { code, stdout, stderr } = await sandbox.run(args, { SANDBOX_FAULTS: faults });
        assert.ok(code === 0 || code === 137, `up ends with ${code}\n${stdout}\n${stderr}`);
        return code === 137;
    }

    let kills = 0;

    it("comes to its end, each time after cancel and recover, and leaves no process behind", async () => {
        while (await upUntilKilled()) {
            kills++;
            assert.deepEqual(await processesLeft(sandbox.folder), []);
            await sandbox.ok("cancel", "--yes", "-s", STACK);
            const { code, stdout, stderr } = await sandbox.recover([STACK, "--yes"]);
            assert.equal(code, 0, stdout + stderr);
            assert.deepEqual(await orphans(), [], `after kill ${kills}`);
        }
        assert.ok(kills >= 5, `killed ${kills} times`);
    });

    it("has made nothing twice", async () => {
        const objects = await sandbox.objects(STACK);
        const urns = objects.flatMap(({ urn }) => urn ?? []);
        assert.deepEqual(urns.sort(), [...new Set(urns)]);
        const custom = (await sandbox.state(STACK))
            .filter(({ id }) => id !== undefined)
            .map(({ urn }) => urn);
        const providers = /\$?pulumi:providers:/;
        assert.deepEqual(urns, custom.filter((urn) => !providers.test(urn.split("::")[2])).sort());
    });

    it("has nothing left to do", async () => {
        assert.deepEqual(await sandbox.preview(STACK), []);
    });
});

/** The processes that still work for a sandbox, when those that end by themselves have had time to. */
async function processesLeft(folder: string): Promise<string[]> {
    const end = Date.now() + GRACE;
    let left = processesOf(folder);
    while (left.length > 0 && Date.now() < end) {
        await new Promise((resolve) => setTimeout(resolve, 250));
        left = processesOf(folder);
    }
    return left;
}

/** Command lines of the processes whose environment names the sandbox; the tests' own process is none of them. */
function processesOf(folder: string): string[] {
    return fs
        .readdirSync("/proc")
        .filter((pid) => /^\d+$/.test(pid) && Number(pid) !== process.pid)
        .flatMap((pid) => {
            try {
                const environment = fs.readFileSync(`/proc/${pid}/environ`, "utf8").split("\0");
                if (!environment.includes(`SANDBOX_DIR=${folder}`)) return [];
                return [fs.readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim()];
            } catch {
                // It ended just now.
                return [];
            }
        });
}
