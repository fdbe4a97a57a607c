import type { Place } from "../place";
import { answerJson, currently, nameOf, oneObject, type Options } from "./objects";

/**
 * `rm`: takes one object away, whatever depends on it, and what its service placed for it: a NAT gateway's interface
 * would keep the subnet in use for ever. The engine finds out at its next refresh.
 */
export async function removeObject(place: Place, id: string, options: Options): Promise<void> {
    const found = oneObject(place, id, options);
    const { account, stack } = found;
    const removed = await account.transaction(() => {
        const object = currently(found);
        const placed = account.all().filter(({ internal }) => internal?.maker === object.id);
        for (const one of [object, ...placed]) account.remove(one);
        return object;
    });
    if (options.json) return answerJson({ stack, removed });
    process.stdout.write(
        `${removed.id} (${nameOf(removed)}) is gone from account ${account.id}.\n` +
            `The engine finds out: npm run sandbox -- refresh -s ${stack || "STACK"}\n`,
    );
}
