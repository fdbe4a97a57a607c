import assert from "node:assert/strict";
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import * as path from "node:path";
import { isAlive } from "../../../sandbox/cloud/lock";
import { killParent } from "../../../sandbox/plugin/parent";

describe("A plugin that kills its engine", () => {
    const killed = (parent?: number): number[] => {
        const pids: number[] = [];
        killParent(parent, (pid) => void pids.push(pid));
        return pids;
    };

    it("hits the process that started it", () => assert.deepEqual(killed(), [process.ppid]));

    it("hits nobody when that one is gone and another has adopted it", () =>
        assert.deepEqual(killed(process.ppid + 1), []));
});

describe("A plugin process", () => {
    let parent: ChildProcess;
    let plugin = 0;

    beforeEach(async () => {
        const script = path.join(__dirname, "kept-parent.ts");
        parent = spawn(process.execPath, ["-r", "ts-node/register/transpile-only", script], {
            stdio: ["ignore", "pipe", "inherit"],
        });
        const [line] = (await once(parent.stdout!, "data")) as [Buffer];
        plugin = Number(line.toString());
    });

    afterEach(async () => {
        if (parent.exitCode === null && parent.signalCode === null) {
            parent.kill("SIGKILL");
            await once(parent, "exit");
        }
        if (isAlive(plugin)) process.kill(plugin, "SIGKILL");
    });

    it("ends by itself after its engine was killed, and not before", async () => {
        // Longer than it takes to look for the parent once.
        await new Promise((resolve) => setTimeout(resolve, 1_300));
        assert.equal(isAlive(plugin), true);
        parent.kill("SIGKILL");
        await once(parent, "exit");
        // The test's own time limit is the only one.
        while (isAlive(plugin)) await new Promise((resolve) => setTimeout(resolve, 50));
    });
});
