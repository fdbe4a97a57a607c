import { at, isObject, pathKeys, type Properties, type Value } from "../../cloud/values";
import { ByHand } from "../../plugin/by-hand";
import { unknownProperty } from "../../plugin/typings";
import { packageOf } from "../packages";
import type { Place } from "../place";
import { refuseKind } from "./kind";
import { answerJson, currently, oneObject, type Options } from "./objects";

/** One change of a property. */
export interface Change {
    /** `vpcConfig.subnetIds[0]` */
    path: string;
    value: Value;
}

/**
 * `edit`: changes properties of one object as a person does, by the service's rules. All changes hold, or none.
 * @param options.force changes what no service would, the way it is typed
 * @throws RefusedError with the service's sentence, Error where nobody can change that
 */
export async function editObject(
    place: Place,
    id: string,
    changes: Change[],
    options: Options & { force?: boolean },
): Promise<void> {
    const found = oneObject(place, id, options);
    const { account } = found;
    const { before, after } = await account.transaction(() => {
        // Read again: an update may be working on the account at this very moment.
        const object = currently(found);
        refuseKind(object);
        const pkg = packageOf(object);
        const properties = structuredClone(object.properties);
        const settable = Object.keys(pkg.typings.resources[object.type]?.inputs ?? {});
        for (const { path, value } of changes) setAt(properties, settable, path, value);
        if (!options.force) {
            const paths = changes.map(({ path }) => path);
            return { before: object, after: new ByHand(pkg, account).edit(object, properties, paths) };
        }
        account.put({ ...object, properties });
        return { before: object, after: { ...object, properties } };
    });
    if (options.json) return answerJson({ stack: found.stack, ...after });
    const shown = (value: Value | undefined): string => JSON.stringify(value) ?? "(nothing)";
    for (const { path, value } of changes) {
        process.stdout.write(
            `${after.id}: ${path}: ${shown(at(before.properties, path))} -> ${shown(value)}\n`,
        );
    }
}

/**
 * Reads a change as it is typed, `tags.owner=somebody`.
 * @throws Error when there is no key
 */
export function parseChange(change: string): Change {
    // A sign inside quotes belongs to the key: tags["a=b"]=c.
    const [, path, text] = /^((?:\["(?:[^"\\]|\\.)*"\]|[^=["]|\[(?!"))+)=(.*)$/s.exec(change) ?? [];
    if (path === undefined || pathKeys(path).length === 0)
        throw new Error(`Write KEY=VALUE, for instance tags.owner=somebody.`);
    try {
        return { path, value: JSON.parse(text) as Value };
    } catch {
        return { path, value: text };
    }
}

/**
 * Sets a property by its path; a map may get a new key, an object of the service no property that its type lacks.
 * Null takes the property away.
 * @param settable the properties that the type has besides those that are there
 */
function setAt(properties: Properties, settable: readonly string[], path: string, value: Value): void {
    const keys = pathKeys(path);
    const known = [...new Set([...Object.keys(properties), ...settable])];
    if (!known.includes(keys[0])) throw new Error(unknownProperty(keys[0], known));
    if (keys.length > 1 && !Object.hasOwn(properties, keys[0])) properties[keys[0]] = {};
    let target: Value | undefined = properties;
    for (const key of keys.slice(0, -1)) {
        target = inside(target, key);
        if (target === undefined || target === null)
            throw new Error(`${path} leads nowhere: there is no ${key}`);
    }
    const last = keys.at(-1)!;
    if (Array.isArray(target)) target[indexIn(target, last, path)] = value;
    else if (isObject(target) && value === null) delete target[last];
    else if (isObject(target)) target[last] = value;
    else throw new Error(`${path} leads into a ${typeof target}`);
}

function inside(value: Value, key: string): Value | undefined {
    if (Array.isArray(value)) return value[Number(key)];
    return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** The index of an item, or the one behind the last: a list has no gaps. */
function indexIn(list: Value[], key: string, path: string): number {
    const index = Number(key);
    if (!Number.isInteger(index) || index < 0 || index > list.length)
        throw new Error(`${path} leads nowhere: the list has ${list.length} items, counted from 0`);
    return index;
}
