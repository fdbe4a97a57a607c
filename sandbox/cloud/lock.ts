import * as fs from "node:fs";
import * as path from "node:path";
import { readIfThere } from "./files";

/** Pause between two tries, in milliseconds: an API call of the pretended cloud holds the lock for about one. */
const PAUSE = 3;

/** How long to wait for a live holder, in milliseconds. An id may belong to another program by now: say so, once. */
const PATIENCE = 60_000;

/**
 * Runs an action while holding the lock, so that the plugin processes of one account take turns.
 * The action must be synchronous: the lock is held for its length alone.
 * A lock whose process is gone (kill -9) is taken over.
 * @param file the lock; it holds the process id of its holder
 * @throws Error naming the holder when it does not let go: better than a plugin that waits without a word
 */
export async function withLock<T>(file: string, action: () => T, patience = PATIENCE): Promise<T> {
    const start = performance.now();
    while (!acquire(file)) {
        if (performance.now() - start > patience) throw new Error(stuck(file));
        await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
    try {
        return action();
    } finally {
        fs.rmSync(file, { force: true });
    }
}

function acquire(file: string): boolean {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    if (claim(file)) return true;
    if (isAbandoned(file)) takeAway(file);
    return false;
}

/** Creates the lock with this process's id in it; false when somebody has it. */
function claim(file: string): boolean {
    const mine = `${file}.${process.pid}`;
    fs.writeFileSync(mine, String(process.pid));
    try {
        // A link appears with its content at once: nobody ever reads a lock without a holder in it.
        fs.linkSync(mine, file);
        return true;
    } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
        return false;
    } finally {
        fs.rmSync(mine, { force: true });
    }
}

/** A lock with our own id is a dead namesake's: while we hold one, nothing else of this process runs. */
function isAbandoned(file: string): boolean {
    const holder = readIfThere(file);
    return holder !== undefined && isGone(Number(holder));
}

function stuck(file: string): string {
    const holder = readIfThere(file) ?? "?";
    return `process ${holder} holds ${file} and does not let go; if it is none of the sandbox's, remove the file`;
}

/** Removes an abandoned lock, one contender at a time, looking again: it may be somebody's new lock by now. */
function takeAway(file: string): void {
    const guard = `${file}.takeover`;
    if (!claim(guard)) {
        if (isAbandoned(guard)) fs.rmSync(guard, { force: true });
        return;
    }
    if (isAbandoned(file)) fs.rmSync(file, { force: true });
    fs.rmSync(guard, { force: true });
}

/**
 * Whether the process that left its id behind is gone. Our own id is a dead namesake's, where this process has left
 * none yet: in containers small ids come again.
 */
export function isGone(pid: number): boolean {
    return pid === process.pid || !isAlive(pid);
}

/** Whether a process of this id runs; one that we may not signal (EPERM) runs too. */
export function isAlive(pid: number): boolean {
    try {
        process.kill(pid, 0);
        return true;
    } catch (error) {
        return (error as NodeJS.ErrnoException).code === "EPERM";
    }
}
