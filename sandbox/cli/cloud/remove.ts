import type { Place } from "../place";
import { accountOf, answerJson, currently, nameOf, oneObject, type Options } from "./objects";

/** `rm`: takes one object away, whatever depends on it. The engine finds out at its next refresh. */
export async function removeObject(place: Place, id: string, options: Options): Promise<void> {
    const found = oneObject(place, id, options);
    const { stack } = found;
    const account = accountOf(place, stack);
    const removed = await account.transaction(() => {
        const object = currently(account, found);
        account.remove(object);
        return object;
    });
    if (options.json) return answerJson({ stack, removed });
    process.stdout.write(
        `${removed.id} (${nameOf(removed)}) is gone from ${stack}'s account.\n` +
            `The engine finds out: npm run sandbox -- refresh -s ${stack}\n`,
    );
}
