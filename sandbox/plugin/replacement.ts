import { isObject, pathKeys, UNKNOWN, type Properties, type Value } from "../cloud/values";

/** A row that holds for some values only: a rule's source may change, not its kind. */
export interface ReplacementCase {
    /** What says so. */
    source: string;
    /** @param before the inputs of the last update; both sides may hold unknowns */
    when(before: Properties, after: Properties): boolean;
}

/**
 * The inputs of a type whose change makes a new object, by path without indices (`blockDevices.deviceName`). Each row
 * says where that is written: a file of the provider and the word in it, its schema, or a page of the service.
 */
export type Replacements = Readonly<Record<string, string | ReplacementCase>>;

/** The paths of the rows that hold for this change. */
export function replacingPaths(rows: Replacements, before: Properties, after: Properties): string[] {
    return Object.entries(rows)
        .filter(([, row]) => typeof row === "string" || row.when(before, after))
        .map(([path]) => path);
}

/**
 * Whether a change makes a new object: one of a part of a replacing property does, and so does one of a whole that
 * holds such a property.
 * @param path of what changes, with indices
 * @param values of both sides
 */
export function replaces(
    replacing: readonly string[],
    path: string,
    values: readonly (Value | undefined)[],
): boolean {
    const plain = path.replace(/\[\d+\]/g, "");
    return replacing.some((rule) => {
        if (isWithin(plain, rule)) return true;
        if (!rule.startsWith(`${plain}.`)) return false;
        const inside = pathKeys(rule.slice(plain.length));
        return values.some((value) => holds(value, inside));
    });
}

/** Whether a path is that of a whole or of a part of it. */
export function isWithin(path: string, whole: string): boolean {
    return path === whole || (path.startsWith(whole) && /^[.[]/.test(path.slice(whole.length)));
}

/** Whether a value has a property by its path without indices, in any item where there are lists. */
function holds(value: Value | undefined, [key, ...rest]: string[]): boolean {
    if (value === UNKNOWN) return true;
    if (key === undefined) return (value ?? undefined) !== undefined;
    if (Array.isArray(value)) return value.some((item) => holds(item, [key, ...rest]));
    return isObject(value) && holds(value[key], rest);
}
