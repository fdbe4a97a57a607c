import { equal, isObject, type Properties, type Value } from "../../cloud/values";
import type { ListSchema, Schema } from "./schema";

/**
 * The way to one field as server-side apply tells fields apart: `.spec`, `.containers`, `[name="app"]`, `.image`.
 * Joined, it is what stands in the API server's sentences.
 * Source: sigs.k8s.io/structured-merge-diff/v6 fieldpath/element.go, PathElement.String.
 */
export type FieldPath = readonly string[];

/** A field with its value: a scalar, a list that is one value, or an empty object. */
export interface Leaf {
    path: FieldPath;
    value: Value;
}

/** The fields that a value sets. */
export function leavesOf(schema: Schema, value: Value, path: FieldPath = []): Leaf[] {
    if (schema.kind === "object" && isObject(value) && !schema.atomic && Object.keys(value).length > 0) {
        const fields = schema.fields();
        return Object.entries(value)
            .filter(([key]) => !key.startsWith("__"))
            .flatMap(([key, item]) =>
                leavesOf(fields.get(key)?.schema ?? { kind: "any" }, item, [...path, `.${key}`]),
            );
    }
    if (schema.kind === "map" && isObject(value) && Object.keys(value).length > 0)
        return Object.entries(value).flatMap(([key, item]) =>
            leavesOf(schema.of, item, [...path, `.${key}`]),
        );
    if (schema.kind === "list" && schema.identity !== "none" && Array.isArray(value) && value.length > 0)
        return value.flatMap((item) => leavesOf(schema.of, item, [...path, identityOf(schema, item)]));
    return [{ path, value }];
}

/** A value with the fields of another put over it. */
export function merged(schema: Schema, below: Value | undefined, above: Value): Value {
    if (below === undefined || below === null) return above;
    if ((schema.kind === "object" && !schema.atomic) || schema.kind === "map") {
        if (!isObject(below) || !isObject(above)) return above;
        const result: Properties = { ...below };
        for (const [key, item] of Object.entries(above)) {
            const inside = schema.kind === "map" ? schema.of : schema.fields().get(key)?.schema;
            result[key] = merged(inside ?? { kind: "any" }, below[key], item);
        }
        return result;
    }
    if (
        schema.kind === "list" &&
        schema.identity !== "none" &&
        Array.isArray(below) &&
        Array.isArray(above)
    ) {
        const result = [...below];
        for (const item of above) {
            const identity = identityOf(schema, item);
            const index = result.findIndex((candidate) => identityOf(schema, candidate) === identity);
            if (index === -1) result.push(item);
            else result[index] = merged(schema.of, result[index], item);
        }
        return result;
    }
    return above;
}

/** A value without some of its fields, and without the objects and list items that are left empty by that. */
export function without(schema: Schema, value: Value, paths: readonly FieldPath[]): Value | undefined {
    if (paths.length === 0) return value;
    if (paths.some((path) => path.length === 0)) return undefined;
    if ((schema.kind === "object" || schema.kind === "map") && isObject(value)) {
        const result: Properties = {};
        for (const [key, item] of Object.entries(value)) {
            const inside = schema.kind === "map" ? schema.of : schema.fields().get(key)?.schema;
            const left = without(inside ?? { kind: "any" }, item, below(paths, `.${key}`));
            if (left !== undefined) result[key] = left;
        }
        return Object.keys(result).length > 0 ? result : undefined;
    }
    if (schema.kind === "list" && Array.isArray(value)) {
        const result = value
            .map((item) => without(schema.of, item, below(paths, identityOf(schema, item))))
            .filter((item) => item !== undefined);
        return result.length > 0 ? result : undefined;
    }
    return value;
}

/** The fields of `after` that are not in `before`, or have another value there. */
export function changedLeaves(before: readonly Leaf[], after: readonly Leaf[]): Leaf[] {
    const known = new Map(before.map(({ path, value }) => [path.join(""), value]));
    return after.filter(({ path, value }) => {
        const key = path.join("");
        return !known.has(key) || !equal(known.get(key), value);
    });
}

/** The paths of one list that stand in another too. */
export function common(paths: readonly FieldPath[], others: readonly FieldPath[]): FieldPath[] {
    const known = new Set(others.map((path) => path.join("")));
    return paths.filter((path) => known.has(path.join("")));
}

/** The paths of one list that do not stand in another. */
export function difference(paths: readonly FieldPath[], others: readonly FieldPath[]): FieldPath[] {
    const known = new Set(others.map((path) => path.join("")));
    return paths.filter((path) => !known.has(path.join("")));
}

function below(paths: readonly FieldPath[], step: string): FieldPath[] {
    return paths.filter(([first]) => first === step).map((path) => path.slice(1));
}

/** `[name="app"]`, `[containerPort=80,protocol="TCP"]`, `[="finalizer"]`. */
function identityOf({ identity }: ListSchema, item: Value): string {
    if (!Array.isArray(identity) || !isObject(item)) return `[=${JSON.stringify(item)}]`;
    const keys = [...identity].sort().filter((key) => item[key] !== undefined);
    return `[${keys.map((key) => `${key}=${JSON.stringify(item[key])}`).join(",")}]`;
}
