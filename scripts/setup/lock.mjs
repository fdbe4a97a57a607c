import { randomUUID } from "node:crypto";
import {
    linkSync,
    mkdirSync,
    readFileSync,
    renameSync,
    rmSync,
    statSync,
    utimesSync,
    writeFileSync,
} from "node:fs";
import { hostname } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const HEARTBEAT_MS = 5_000;

/** A lock that nobody touched for this long is stale, whoever holds it: pids repeat and caches are shared. */
const SILENCE_MS = 60_000;

/** Whether a process of this machine is running. */
export function isAlive(pid) {
    try {
        process.kill(pid, 0);
        return true;
    } catch (error) {
        return error.code === "EPERM"; // it runs, and belongs to somebody else
    }
}

/**
 * Does work that only one process may do at a time, and waits for its turn. A lock left by a dead process is
 * taken over. The lock only saves work: what the work makes must be put in place by a rename all the same.
 * @template T
 * @param {string} file the lock
 * @param {() => Promise<T>} work
 * @param {object} options `onWait(pid)` is called once when another process holds the lock, the others serve tests
 * @returns {Promise<T>}
 */
export async function withLock(
    file,
    work,
    { onWait = () => {}, alive = isAlive, now = Date.now, pollMs = 200 } = {},
) {
    mkdirSync(path.dirname(file), { recursive: true });
    const token = `${process.pid} ${hostname()} ${randomUUID()}`;
    let waits = false;
    while (!take(file, token)) {
        const held = read(file);
        if (held && isStale(held, { alive, now })) {
            takeAway(file, held);
        } else {
            if (held && !waits) {
                waits = true;
                onWait(held.pid);
            }
            await sleep(pollMs);
        }
    }
    const heartbeat = setInterval(() => touch(file), HEARTBEAT_MS);
    heartbeat.unref();
    try {
        return await work();
    } finally {
        clearInterval(heartbeat);
        if (read(file)?.token === token) {
            rmSync(file, { force: true });
        }
    }
}

/** A link appears with its content at once, so that nobody ever reads half a lock. */
function take(file, token) {
    const own = `${file}.${token.split(" ").at(-1)}`;
    writeFileSync(own, token);
    try {
        linkSync(own, file);
        return true;
    } catch (error) {
        if (error.code === "EEXIST") {
            return false;
        }
        throw error;
    } finally {
        rmSync(own, { force: true });
    }
}

function read(file) {
    try {
        const token = readFileSync(file, "utf8");
        const [pid, host] = token.split(" ");
        return { token, pid: Number(pid), host, touched: statSync(file).mtimeMs };
    } catch (error) {
        if (error.code === "ENOENT") {
            return undefined; // released between two looks
        }
        throw error;
    }
}

function isStale(held, { alive, now }) {
    return (held.host === hostname() && !alive(held.pid)) || now() - held.touched > SILENCE_MS;
}

/** Moves a stale lock aside. Who finds that it moved a newer one by mistake puts it back. */
function takeAway(file, held) {
    const aside = `${file}.${randomUUID()}`;
    try {
        renameSync(file, aside);
        if (read(aside)?.token !== held.token) {
            linkSync(aside, file);
        }
    } catch (error) {
        if (error.code !== "ENOENT" && error.code !== "EEXIST") {
            throw error;
        }
    } finally {
        rmSync(aside, { force: true });
    }
}

function touch(file) {
    try {
        utimesSync(file, new Date(), new Date());
    } catch {
        // Taken away: the work goes on, for the rename at its end is safe without a lock.
    }
}
