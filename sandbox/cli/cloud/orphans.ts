import * as path from "node:path";
import { platformOf } from "../../../environments";
import { readIfThere } from "../../cloud/files";
import type { Place } from "../place";
import { allObjects, answerJson, shortType, type Found, type Options } from "./objects";
import { knownStacks, stateFolders } from "./stacks";

/**
 * `orphans`: what resources made and no state holds. A killed engine leaves such objects behind, and a create whose
 * answer got lost; so does a state that was removed.
 */
export function listOrphans(place: Place, options: Options): void {
    const held = idsInStates(place);
    const found = allObjects(place, options).filter(
        ({ stack, object }) => object.urn !== undefined && !held.has(keyOf(stack, object)),
    );
    if (options.json)
        return answerJson(
            found.map(({ account, stack, object }) => ({ account: account.id, ...object, stack })),
        );
    process.stdout.write(found.length === 0 ? "Every object is in its stack's state.\n" : lines(found));
}

/** Two lines for each: an URN is long. */
function lines(found: readonly Found[]): string {
    const each = found.map(({ object }) => `${shortType(object.type)}  ${object.id}\n    ${object.urn}\n`);
    return `${each.join("")}${found.length} object${found.length === 1 ? "" : "s"}\n`;
}

/** The objects that states hold, of all stacks: one may have been moved from a platform's stack to another of it. */
function idsInStates(place: Place): Set<string> {
    const { stacks } = stateFolders(place);
    const keys = knownStacks(place).flatMap((stack) => {
        const content = readIfThere(path.join(stacks, `${stack}.json`));
        const state = content === undefined ? {} : (JSON.parse(content) as State);
        const resources = state.checkpoint?.latest?.resources ?? [];
        // The object of a resource that waits for its replacement is gone: what bears its id is the new one.
        const holding = resources.filter(({ pendingReplacement = false }) => !pendingReplacement);
        return holding.map((resource) => keyOf(stack, resource));
    });
    return new Set(keys);
}

/** Other platforms have objects of the same type and id: names on a cluster, in another account. */
function keyOf(stack: string, { type, id = "" }: { type: string; id?: string }): string {
    return `${platformOf(stack)} ${type} ${id}`;
}

/** The parts of a state file that are read here. */
interface State {
    checkpoint?: { latest?: { resources?: { type: string; id?: string; pendingReplacement?: boolean }[] } };
}
