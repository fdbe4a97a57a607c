import { unknownProperty } from "../../plugin/typings";
import { at, isObject, type Properties, type Value } from "../../cloud/values";
import type { Place } from "../place";
import { accountOf, answerJson, oneObject, type Options } from "./objects";

/** `edit`: changes properties of one object, as somebody with a console would. All changes hold, or none. */
export async function editObject(
    place: Place,
    id: string,
    changes: string[],
    options: Options,
): Promise<void> {
    const { stack, object } = oneObject(place, id, options);
    const parsed = changes.map(parseChange);
    const properties = structuredClone(object.properties);
    for (const { path, value } of parsed) setAt(properties, path, value);
    const account = accountOf(place, stack);
    await account.transaction(() => account.put({ ...object, properties }));
    if (options.json) return answerJson({ stack, ...object, properties });
    for (const { path, value } of parsed) {
        process.stdout.write(
            `${object.id}: ${path}: ${JSON.stringify(at(object.properties, path))} -> ${JSON.stringify(value)}\n`,
        );
    }
}

interface Change {
    path: string;
    value: Value;
}

function parseChange(change: string): Change {
    const sign = change.indexOf("=");
    if (sign < 1)
        throw new Error(`"${change}" is no change; write KEY=VALUE, for instance tags.owner=somebody`);
    const [path, text] = [change.slice(0, sign), change.slice(sign + 1)];
    try {
        return { path, value: JSON.parse(text) as Value };
    } catch {
        return { path, value: text };
    }
}

/** Sets a property by its path; a map may get a new key, an object of the service no new property. */
function setAt(properties: Properties, path: string, value: Value): void {
    const keys = path.split(/[.[\]]+/).filter((key) => key !== "");
    if (!(keys[0] in properties)) throw new Error(unknownProperty(keys[0], Object.keys(properties)));
    let target: Value = properties;
    for (const key of keys.slice(0, -1)) {
        const next: Value | undefined = Array.isArray(target)
            ? target[Number(key)]
            : isObject(target)
              ? target[key]
              : undefined;
        if (next === undefined || next === null) throw new Error(`${path} leads nowhere: there is no ${key}`);
        target = next;
    }
    const last = keys.at(-1)!;
    if (Array.isArray(target)) target[Number(last)] = value;
    else if (isObject(target)) target[last] = value;
    else throw new Error(`${path} leads into a ${typeof target}`);
}
