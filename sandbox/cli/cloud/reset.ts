import * as fs from "node:fs";
import * as path from "node:path";
import { PROJECT } from "../../../environments";
import type { Place } from "../place";
import { accountOf, answerJson, stacksOf, type Options } from "./objects";

/** `reset`: removes the accounts, and the states that belong to them. */
export function resetSandbox(
    place: Place,
    options: Options & { keepState?: boolean; dryRun?: boolean },
): void {
    const removed = stacksOf(place, options).map((stack) => ({
        stack,
        objects: accountOf(place, stack).all().length,
    }));
    if (!options.dryRun) for (const { stack } of removed) remove(place, stack, options.keepState ?? false);
    if (options.json)
        return answerJson({
            dryRun: options.dryRun ?? false,
            keepState: options.keepState ?? false,
            removed,
        });
    const verb = options.dryRun ? "would lose" : "lost";
    const what = options.keepState ? "" : " and its state";
    const lines = removed.map(({ stack, objects }) => `${stack} ${verb} ${objects} objects${what}`);
    process.stdout.write(`${lines.length === 0 ? "There is nothing to reset." : lines.join("\n")}\n`);
}

function remove(place: Place, stack: string, keepState: boolean): void {
    fs.rmSync(path.join(place.cloud, stack), { recursive: true, force: true });
    if (keepState) return;
    for (const folder of ["stacks", "backups", "history", "locks"]) {
        for (const name of [
            stack,
            `${stack}.json`,
            `${stack}.json.bak`,
            `${stack}.json.attrs`,
            `${stack}.json.bak.attrs`,
        ]) {
            fs.rmSync(path.join(place.state, ".pulumi", folder, PROJECT, name), {
                recursive: true,
                force: true,
            });
            fs.rmSync(path.join(place.state, ".pulumi", folder, "organization", PROJECT, name), {
                recursive: true,
                force: true,
            });
        }
    }
}
