import assert from "node:assert/strict";
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import * as fs from "node:fs";
import * as path from "node:path";
import { isAlive, withLock } from "../../../sandbox/cloud/lock";
import { temporaryFolder } from "./temporary-folder";

/** Starts a TypeScript script of this folder as a process of its own. */
function start(script: string, args: string[]): ChildProcess {
    const file = path.join(__dirname, script);
    return spawn(process.execPath, ["-r", "ts-node/register/transpile-only", file, ...args], {
        stdio: ["ignore", "pipe", "inherit"],
    });
}

async function killed(child: ChildProcess): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exit = once(child, "exit");
    child.kill("SIGKILL");
    await exit;
}

describe("The lock of an account", () => {
    const folder = temporaryFolder();
    const lock = (): string => path.join(folder(), "deep", ".lock");
    const children: ChildProcess[] = [];

    afterEach(async () => {
        await Promise.all(children.splice(0).map(killed));
    });

    /** A process that holds the lock. */
    async function holder(): Promise<ChildProcess> {
        const child = start("hold-lock.ts", [lock()]);
        children.push(child);
        await once(child.stdout!, "data");
        return child;
    }

    it("makes processes take turns: no update of a counter is lost", async () => {
        const counter = path.join(folder(), "counter");
        fs.writeFileSync(counter, "0");
        const exits = [1, 2, 3].map(() => {
            const child = start("count-up.ts", [lock(), counter, "150"]);
            children.push(child);
            return once(child, "exit");
        });
        for (const [code] of await Promise.all(exits)) assert.equal(code, 0);
        assert.equal(fs.readFileSync(counter, "utf8"), "450");
    });

    it("makes actions of one process take turns as well, and hands their results out", async () => {
        const results = await Promise.all([1, 2, 3].map((number) => withLock(lock(), () => number * 2)));
        assert.deepEqual(results, [2, 4, 6]);
    });

    it("is waited for while its holder lives, and free when it is killed", async () => {
        const child = await holder();
        let entered = false;
        const waiting = withLock(lock(), () => (entered = true));
        // Long against the pause between two tries: a lock that let us in would have done so many times.
        await new Promise((resolve) => setTimeout(resolve, 150));
        assert.equal(entered, false);
        assert.equal(fs.readFileSync(lock(), "utf8"), String(child.pid));
        await killed(child);
        await waiting;
        assert.equal(entered, true);
    });

    it("is given up with the holder's id when the patience ends", async () => {
        const child = await holder();
        await assert.rejects(
            withLock(lock(), () => assert.fail("it was held"), 20),
            { message: new RegExp(`^process ${child.pid} holds ${lock()} and does not let go`) },
        );
    });

    it("is taken over from a process that is gone", async () => {
        const child = await holder();
        await killed(child);
        assert.ok(fs.existsSync(lock()), "a killed process leaves its lock");
        assert.equal(await withLock(lock(), () => "mine"), "mine");
    });

    it("is taken over from a dead process that had our id, and so is an abandoned takeover", async () => {
        fs.mkdirSync(path.dirname(lock()));
        fs.writeFileSync(lock(), String(process.pid));
        fs.writeFileSync(`${lock()}.takeover`, String(process.pid));
        assert.equal(await withLock(lock(), () => "mine", 5_000), "mine");
    });

    it("is released by an action that throws, whose error comes through", async () => {
        await assert.rejects(
            withLock(lock(), () => {
                throw new Error("broken");
            }),
            { message: "broken" },
        );
        assert.equal(await withLock(lock(), () => "again"), "again");
    });

    it("leaves no file behind", async () => {
        await withLock(lock(), () => assert.deepEqual(fs.readdirSync(path.dirname(lock())), [".lock"]));
        assert.deepEqual(fs.readdirSync(path.dirname(lock())), []);
    });
});

describe("A process", () => {
    it("is alive when it runs, also when it is another user's, and not when it has ended", async () => {
        assert.equal(isAlive(process.pid), true);
        assert.equal(isAlive(1), true);
        const child = spawn(process.execPath, ["-e", ""]);
        await once(child, "exit");
        assert.equal(isAlive(child.pid!), false);
    });
});
