import assert from "node:assert/strict";
import { existsSync, readdirSync, utimesSync } from "node:fs";
import { hostname } from "node:os";
import path from "node:path";
import { isAlive, withLock } from "../../../scripts/setup/lock.mjs";
import { DEAD_PID, temporaryFolder } from "../temporary-folder.mjs";

describe("A lock", () => {
    const folder = temporaryFolder();
    const lock = () => path.join(folder.path, "work.lock");
    const options = { pollMs: 1 };

    it("lets one worker in at a time, and is gone afterwards", async () => {
        let inside = 0;
        let most = 0;
        const work = async () => {
            most = Math.max(most, ++inside);
            await new Promise((resolve) => setTimeout(resolve, 5));
            inside--;
        };
        await Promise.all(Array.from({ length: 8 }, () => withLock(lock(), work, options)));
        assert.equal(most, 1);
        assert.deepEqual(readdirSync(folder.path), []);
    });

    it("is given back by work that fails", async () => {
        await assert.rejects(
            withLock(lock(), () => Promise.reject(new Error("no")), options),
            /no/,
        );
        assert.equal(existsSync(lock()), false);
    });

    it("is taken over from a dead process", async () => {
        assert.equal(isAlive(DEAD_PID), false);
        folder.write("work.lock", `${DEAD_PID} ${hostname()} token`);
        assert.equal(await withLock(lock(), async () => "done", options), "done");
    });

    it("is waited for, with one message, while its process lives", async () => {
        folder.write("work.lock", `4711 ${hostname()} token`);
        let looks = 0;
        const waitedFor = [];
        await withLock(lock(), async () => {}, {
            ...options,
            alive: () => ++looks < 5,
            onWait: (pid) => waitedFor.push(pid),
        });
        assert.deepEqual(waitedFor, [4711]);
        assert.equal(looks, 5);
    });

    it("of another machine is taken over when nobody touched it for a minute", async () => {
        const file = folder.write("work.lock", "1 another-machine token");
        const start = Date.now();
        let time = start;
        utimesSync(file, start / 1000, start / 1000);
        let waits = 0;
        await withLock(lock(), async () => {}, {
            ...options,
            now: () => (time += 10_000),
            onWait: () => waits++,
        });
        assert.equal(waits, 1);
        assert.ok(time - start >= 60_000);
    });
});
