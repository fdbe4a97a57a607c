import { stringify } from "yaml";
import type { Place } from "../place";
import { answerJson, oneObject, type Options } from "./objects";

/** `show`: everything about one object. */
export function showObject(place: Place, id: string, options: Options): void {
    const { account, stack, object } = oneObject(place, id, options);
    const shown = { account: account.id, stack, ...object };
    if (options.json) answerJson(shown);
    else process.stdout.write(stringify(shown, { lineWidth: 80 }));
}
