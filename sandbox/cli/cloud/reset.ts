import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { entries, readIfThere } from "../../cloud/files";
import { accounts } from "../../cloud/location";
import { isAlive } from "../../cloud/lock";
import type { Place } from "../place";
import { allObjects, answerJson, type Options } from "./objects";
import { knownStacks, requireStack, stateFolders } from "./stacks";

/**
 * `reset`: removes what stacks made, and with it their states and the configuration that was set in the sandbox.
 * Of all stacks, it removes the accounts themselves.
 * @throws Error when an update is working on one of the stacks: it would write what was just removed
 */
export function resetSandbox(
    place: Place,
    options: Options & { keepState?: boolean; dryRun?: boolean },
): void {
    const { dryRun = false, keepState = false } = options;
    if (options.stack !== undefined) requireStack(place, options.stack);
    const stacks = options.stack === undefined ? knownStacks(place) : [options.stack];
    for (const stack of stacks) refuseWhileUpdated(place, stack);
    const removed = stacks.map((stack) => ({ stack, objects: allObjects(place, { stack }).length }));
    if (!dryRun) {
        for (const stack of stacks) remove(place, stack, keepState);
        if (options.stack === undefined) fs.rmSync(place.cloud, { recursive: true, force: true });
    }
    if (options.json) return answerJson({ dryRun, keepState, removed });
    const verb = dryRun ? "would lose" : "lost";
    const what = keepState ? "" : " and its state";
    const lines = removed.map(({ stack, objects }) => `${stack} ${verb} ${count(objects)}${what}`);
    process.stdout.write(`${lines.length === 0 ? "There is nothing to reset." : lines.join("\n")}\n`);
}

function refuseWhileUpdated(place: Place, stack: string): void {
    const folder = path.join(stateFolders(place).locks, stack);
    for (const name of entries(folder).filter((entry) => entry.endsWith(".json"))) {
        const lock = JSON.parse(readIfThere(path.join(folder, name)) ?? "{}") as Partial<Lock>;
        // What a killed engine left behind goes with the state.
        if (lock.hostname === os.hostname() && !isAlive(Number(lock.pid))) continue;
        if (lock.pid === undefined) continue;
        throw new Error(
            `process ${lock.pid} on ${lock.hostname} is updating ${stack}; wait for it, or end it, and try again`,
        );
    }
}

/** The content of the backend's lock. */
interface Lock {
    pid: number;
    hostname: string;
}

function remove(place: Place, stack: string, keepState: boolean): void {
    for (const { account, object } of allObjects(place, { stack })) account.remove(object);
    for (const account of accounts(place.cloud).filter((one) => one.all().length === 0))
        fs.rmSync(account.folder, { recursive: true, force: true });
    if (keepState) return;
    const { stacks, history, backups, locks } = stateFolders(place);
    const gone = [
        ...STATE_FILES.map((ending) => path.join(stacks, `${stack}${ending}`)),
        ...[history, backups, locks].map((folder) => path.join(folder, stack)),
        path.join(place.project, `Pulumi.${stack}.yaml`),
    ];
    for (const item of gone) fs.rmSync(item, { recursive: true, force: true });
}

/** What stands behind a stack's name in the folder of the states: `dvlp.json`, not `dvlp-t1.json`. */
const STATE_FILES = [".json", ".json.attrs", ".json.bak", ".json.bak.attrs"];

function count(objects: number): string {
    return `${objects} object${objects === 1 ? "" : "s"}`;
}
