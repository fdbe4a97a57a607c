import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { isAlive, withLock } from "./lock.mjs";

/**
 * Makes a folder once, however many processes want it at the same time: it is made beside its place and renamed,
 * so that a half-made one is never found there.
 * @param {string} target the folder
 * @param {(temporary: string) => Promise<void>} make fills an empty folder
 * @param {object} options `onWait(pid)` is called when another process makes it already
 * @returns {Promise<boolean>} whether this process made it
 */
export async function installOnce(target, make, options = {}) {
    if (existsSync(target)) {
        return false;
    }
    return withLock(
        `${target}.lock`,
        async () => {
            removeLeftovers(target, options.alive ?? isAlive);
            if (existsSync(target)) {
                return false;
            }
            const temporary = `${target}.tmp-${process.pid}`;
            rmSync(temporary, { recursive: true, force: true });
            mkdirSync(temporary, { recursive: true });
            try {
                await make(temporary);
                return putInPlace(temporary, target);
            } finally {
                rmSync(temporary, { recursive: true, force: true });
            }
        },
        options,
    );
}

/** Removes what processes left that were killed half-way. */
function removeLeftovers(target, alive) {
    const folder = path.dirname(target);
    const prefix = `${path.basename(target)}.tmp-`;
    for (const name of readdirSync(folder)) {
        if (name.startsWith(prefix) && !alive(Number(name.slice(prefix.length)))) {
            rmSync(path.join(folder, name), { recursive: true, force: true });
        }
    }
}

function putInPlace(temporary, target) {
    try {
        renameSync(temporary, target);
        return true;
    } catch (error) {
        if (existsSync(target)) {
            return false; // somebody else was faster; theirs is as good
        }
        throw error;
    }
}
