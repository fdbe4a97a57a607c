import { stringify } from "yaml";
import type { Place } from "../place";
import { answerJson, oneObject, type Options } from "./objects";

/** `show`: everything about one object. */
export function showObject(place: Place, id: string, options: Options): void {
    const { stack, object } = oneObject(place, id, options);
    if (options.json) answerJson({ stack, ...object });
    else process.stdout.write(stringify({ stack, ...object }, { lineWidth: 80 }));
}
