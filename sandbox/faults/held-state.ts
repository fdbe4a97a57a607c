import * as fs from "node:fs";
import * as path from "node:path";
import { PROJECT } from "../../environments";

/**
 * Takes the states away from the engine: their folder is set aside, and a file stands in its place, so that nothing
 * can be written there, not even by root. What was written until now is kept.
 * @param folder the sandbox's
 */
export function holdState(folder: string): void {
    const { stacks, aside } = placesOf(folder);
    if (fs.existsSync(aside) || !fs.existsSync(stacks)) return;
    fs.renameSync(stacks, aside);
    fs.writeFileSync(stacks, "The sandbox holds the states back: a fault, lose-state.\n");
}

/** Gives the states back, as they were; does nothing where they are not held. */
export function releaseState(folder: string): void {
    const { stacks, aside } = placesOf(folder);
    if (!fs.existsSync(aside)) return;
    if (fs.statSync(stacks, { throwIfNoEntry: false })?.isFile()) fs.rmSync(stacks);
    fs.renameSync(aside, stacks);
}

function placesOf(folder: string): { stacks: string; aside: string } {
    const stacks = path.join(folder, "state", ".pulumi", "stacks", PROJECT);
    return { stacks, aside: `${stacks}.held` };
}
