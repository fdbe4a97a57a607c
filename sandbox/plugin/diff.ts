import { equal, isObject, joinPath, type Properties, type Value } from "../cloud/values";
import { isAutoNamed } from "./autoname";
import type { Fake } from "./fake";
import { replaces, replacingPaths } from "./replacement";

/** How one property changes; the names are those of the provider protocol. */
export interface PropertyChange {
    kind: "add" | "delete" | "update";
    replaces: boolean;
}

export interface Difference {
    /** By property path, `vpcConfig.subnetIds[1]`. */
    changes: Record<string, PropertyChange>;
    /** A name that is taken until the old object is gone: the old one has to go first. */
    deleteBeforeReplace: boolean;
}

/** Compares the inputs of the last update with the new ones, as a reviewer should see it: property by property. */
export function difference(fake: Fake, before: Properties, after: Properties): Difference {
    const changes: Record<string, PropertyChange> = {};
    const replacing = replacingPaths(fake.replaceOn, before, after);
    const record: Recorder = (path, kind, values) => {
        changes[path] = { kind, replaces: replaces(replacing, path, values) };
    };
    for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
        if (!key.startsWith("__")) compare(fake, key, before[key], after[key], record);
    }
    const name = fake.autoName?.property;
    const fixedName =
        name !== undefined &&
        equal(before[name], after[name]) &&
        !isAutoNamed(after, name) &&
        (after[name] ?? undefined) !== undefined;
    const replaced = Object.values(changes).some((change) => change.replaces);
    const { deleteBeforeReplace: first } = fake;
    const isFirst = typeof first === "function" ? first(before, after) : first === true;
    return { changes, deleteBeforeReplace: replaced && (fixedName || isFirst) };
}

/** Takes note of a change and of the values on both its sides. */
type Recorder = (path: string, kind: PropertyChange["kind"], values: (Value | undefined)[]) => void;

function compare(
    fake: Fake,
    path: string,
    before: Value | undefined,
    after: Value | undefined,
    record: Recorder,
): void {
    // To a provider null says what a property that is left out says.
    if (equal(before ?? undefined, after ?? undefined)) return;
    if (before === undefined || before === null) return record(path, "add", [after]);
    if (after === undefined || after === null) return record(path, "delete", [before]);
    if (fake.sameValue?.(path.replace(/\[\d+\]/g, ""), before, after)) return;
    if (Array.isArray(before) && Array.isArray(after)) {
        for (let i = 0; i < Math.max(before.length, after.length); i++) {
            compare(fake, `${path}[${i}]`, before[i], after[i], record);
        }
        return;
    }
    if (isObject(before) && isObject(after)) {
        for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
            compare(fake, joinPath(path, key), before[key], after[key], record);
        }
        return;
    }
    record(path, "update", [before, after]);
}
