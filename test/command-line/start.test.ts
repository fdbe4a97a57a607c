import * as assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import * as path from "node:path";

const ROOT = path.resolve(__dirname, "../..");

/** Starts a command in a process of its own: the exit code is the process's. */
function run(command: string): { status: number | null; stderr: string } {
    const script = `
        const { start } = require("./command-line/start");
        const { UserError } = require("./command-line/user-error");
        start(${command});`;
    return spawnSync(process.execPath, ["-r", "ts-node/register/transpile-only", "-e", script], {
        cwd: ROOT,
        encoding: "utf8",
        timeout: 60_000,
    });
}

describe("command-line/start", function () {
    this.timeout(120_000);

    it("ends by the command's code", () => {
        assert.equal(run("Promise.resolve(3)").status, 3);
    });

    it("shows a user's mistake as its message, and a bug with its stack", () => {
        const mistake = run('Promise.reject(new UserError("name a stack", 2))');
        assert.deepEqual([mistake.status, mistake.stderr], [2, "name a stack\n"]);
        const bug = run('Promise.reject(new TypeError("x is undefined"))');
        assert.equal(bug.status, 1);
        assert.match(bug.stderr, /TypeError: x is undefined\n +at /);
    });
});
