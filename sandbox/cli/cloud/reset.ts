import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { PROJECT } from "../../../environments";
import { entries, readIfThere } from "../../cloud/files";
import { isAlive } from "../../cloud/lock";
import type { Place } from "../place";
import { accountOf, answerJson, type Options } from "./objects";

/**
 * `reset`: removes accounts, and with them the states and the configuration that was set in the sandbox.
 * @throws Error when an update is working on one of the stacks: it would write what was just removed
 */
export function resetSandbox(
    place: Place,
    options: Options & { keepState?: boolean; dryRun?: boolean },
): void {
    const { dryRun = false, keepState = false } = options;
    const stacks = stacksIn(place, options.stack);
    for (const stack of stacks) refuseWhileUpdated(place, stack);
    const removed = stacks.map((stack) => ({ stack, objects: accountOf(place, stack).all().length }));
    if (!dryRun) for (const stack of stacks) remove(place, stack, keepState);
    if (options.json) return answerJson({ dryRun, keepState, removed });
    const verb = dryRun ? "would lose" : "lost";
    const what = keepState ? "" : " and its state";
    const lines = removed.map(({ stack, objects }) => `${stack} ${verb} ${count(objects)}${what}`);
    process.stdout.write(`${lines.length === 0 ? "There is nothing to reset." : lines.join("\n")}\n`);
}

/** The stacks that have an account or a state. */
function stacksIn(place: Place, wanted: string | undefined): string[] {
    const states = entries(stateFolders(place).stacks)
        .filter((name) => name.endsWith(".json"))
        .map((name) => name.slice(0, -".json".length));
    const stacks = [...new Set([...entries(place.cloud), ...states])].sort();
    if (wanted === undefined) return stacks;
    if (stacks.includes(wanted)) return [wanted];
    throw new Error(
        `there is no stack "${wanted}" here; there ${stacks.length > 0 ? `are ${stacks.join(", ")}` : "is none yet"}`,
    );
}

/** Where the file backend keeps what belongs to stacks (pulumi/pulumi, pkg/backend/diy/store.go and lock.go). */
function stateFolders(place: Place): Record<"stacks" | "history" | "backups" | "locks", string> {
    const root = path.join(place.state, ".pulumi");
    return {
        stacks: path.join(root, "stacks", PROJECT),
        history: path.join(root, "history", PROJECT),
        backups: path.join(root, "backups", PROJECT),
        locks: path.join(root, "locks", "organization", PROJECT),
    };
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
    fs.rmSync(path.join(place.cloud, stack), { recursive: true, force: true });
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
