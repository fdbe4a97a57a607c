import { equal, isObject, type Properties, type Value } from "../cloud/values";
import { isAutoNamed } from "./autoname";
import type { Fake } from "./fake";

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
    const rules = [...fake.replaceOn, ...(fake.alsoReplaceOn?.(before, after) ?? [])];
    const record = (path: string, kind: PropertyChange["kind"]): void => {
        changes[path] = { kind, replaces: replaces(rules, path) };
    };
    for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
        if (!key.startsWith("__")) compare(fake, key, before[key], after[key], record);
    }
    const name = fake.autoName?.property;
    const fixedName =
        name !== undefined &&
        equal(before[name], after[name]) &&
        !isAutoNamed(after, name) &&
        after[name] !== undefined;
    const replaced = Object.values(changes).some((change) => change.replaces);
    return { changes, deleteBeforeReplace: replaced && (fixedName || fake.deleteBeforeReplace === true) };
}

function compare(
    fake: Fake,
    path: string,
    before: Value | undefined,
    after: Value | undefined,
    record: (path: string, kind: PropertyChange["kind"]) => void,
): void {
    if (equal(before, after)) return;
    if (before === undefined) return record(path, "add");
    if (after === undefined) return record(path, "delete");
    if (fake.sameValue?.(path.replace(/\[\d+\]/g, ""), before, after)) return;
    if (Array.isArray(before) && Array.isArray(after)) {
        for (let i = 0; i < Math.max(before.length, after.length); i++) {
            compare(fake, `${path}[${i}]`, before[i], after[i], record);
        }
        return;
    }
    if (isObject(before) && isObject(after)) {
        for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
            compare(fake, `${path}.${key}`, before[key], after[key], record);
        }
        return;
    }
    record(path, "update");
}

/** A change of a part of a replacing property, or of the whole that holds one, replaces. */
function replaces(rules: readonly string[], path: string): boolean {
    const plain = path.replace(/\[\d+\]/g, "");
    return rules.some(
        (rule) => plain === rule || plain.startsWith(`${rule}.`) || rule.startsWith(`${plain}.`),
    );
}
