/** A property value as the engine's wire format carries it: JSON, with unknowns as a marked string. */
export type Value = null | boolean | number | string | Value[] | { [key: string]: Value };

/** The properties of a resource: its inputs, or its state. */
export type Properties = { [key: string]: Value };

/**
 * What the engine sends, and expects, for a value that is not known before the update.
 * Source: pulumi/pulumi sdk/go/common/resource/plugin/rpc.go, UnknownStringValue.
 */
export const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** Whether the value holds an unknown anywhere. */
export function hasUnknown(value: Value | undefined): boolean {
    if (value === UNKNOWN) return true;
    if (Array.isArray(value)) return value.some(hasUnknown);
    return isObject(value) && Object.values(value).some(hasUnknown);
}

export function isObject(value: Value | undefined): value is Properties {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Structural equality; the order of keys does not count, the order of list items does. */
export function equal(a: Value | undefined, b: Value | undefined): boolean {
    if (a === b) return true;
    if (Array.isArray(a) && Array.isArray(b)) {
        return a.length === b.length && a.every((item, index) => equal(item, b[index]));
    }
    if (!isObject(a) || !isObject(b)) return false;
    const keys = Object.keys(a);
    return keys.length === Object.keys(b).length && keys.every((key) => key in b && equal(a[key], b[key]));
}

/**
 * The keys of a property path, `vpcConfig.subnetIds[0]`; a key with a dot in it is written `tags["a.b/c"]`, as the
 * engine does.
 */
export function pathKeys(path: string): string[] {
    const parts = path.matchAll(/\["((?:[^"\\]|\\.)*)"\]|[^.[\]]+/g);
    return [...parts].map(([part, quoted]) => quoted?.replace(/\\(.)/g, "$1") ?? part);
}

/** The path of a property's own property. */
export function joinPath(path: string, key: string): string {
    return /^[^.[\]"]+$/.test(key) ? `${path}.${key}` : `${path}["${key.replace(/["\\]/g, "\\$&")}"]`;
}

/**
 * Reads a property by its path, see `pathKeys`.
 * @returns undefined where the path leads nowhere
 */
export function at(properties: Properties, path: string): Value | undefined {
    let value: Value | undefined = properties;
    for (const key of pathKeys(path)) {
        if (Array.isArray(value)) value = value[Number(key)];
        else if (isObject(value)) value = value[key];
        else return undefined;
    }
    return value;
}

/** The strings of a list property; an absent one is an empty list. */
export function strings(value: Value | undefined): string[] {
    return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

/** A string property, or undefined when it is absent or something else. */
export function text(value: Value | undefined): string | undefined {
    return typeof value === "string" ? value : undefined;
}

/** The objects of a list property; an absent one is an empty list. */
export function objects(value: Value | undefined): Properties[] {
    return Array.isArray(value) ? value.filter(isObject) : [];
}
