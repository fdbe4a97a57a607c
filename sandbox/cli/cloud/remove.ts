import type { Place } from "../place";
import { accountOf, answerJson, nameOf, oneObject, type Options } from "./objects";

/** `rm`: takes one object away, whatever depends on it. The engine finds out at its next refresh. */
export async function removeObject(place: Place, id: string, options: Options): Promise<void> {
    const { stack, object } = oneObject(place, id, options);
    const account = accountOf(place, stack);
    await account.transaction(() => account.remove(object));
    if (options.json) return answerJson({ stack, removed: object });
    process.stdout.write(
        `${object.id} (${nameOf(object)}) is gone from ${stack}'s account; see: npm run sandbox -- refresh -s ${stack}\n`,
    );
}
