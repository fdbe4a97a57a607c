import { equal, isObject, type Properties } from "../../cloud/values";
import { changedLeaves, common, difference, leavesOf, merged, without, type FieldPath } from "./fields";
import type { ObjectSchema } from "./schema";

/** Who set which fields of an object, as `metadata.managedFields` records it. */
export interface Manager {
    name: string;
    operation: "Apply" | "Update";
    /** `apps/v1` */
    apiVersion: string;
    fields: FieldPath[];
}

/** Fields that say which object is meant; nobody owns them. Source: k8s.io/apimachinery util/managedfields, stripMeta. */
const IDENTITY = new Set([".apiVersion", ".kind", ".metadata.name", ".metadata.namespace"]);

/** Who changes an object by hand: `sandbox:cloud edit` stands for `kubectl edit`. */
export const BY_HAND = "kubectl-edit";

/** What an apply would overwrite of somebody else's. */
export interface Conflict {
    manager: Manager;
    path: FieldPath;
}

/** The fields that inputs set. */
export function fieldsOf(schema: ObjectSchema, inputs: Properties): FieldPath[] {
    return leavesOf(schema, inputs)
        .map(({ path }) => path)
        .filter((path) => path[0] !== ".status" && !IDENTITY.has(path.join("")));
}

/**
 * The managers of an object after somebody changed it behind the API server's back.
 * @param written the object as the API server last wrote it
 */
export function afterEdits(
    schema: ObjectSchema,
    managers: readonly Manager[],
    written: Properties,
    now: Properties,
    apiVersion: string,
): Manager[] {
    if (equal(written, now)) return [...managers];
    const [before, after] = [leavesOf(schema, written), leavesOf(schema, now)];
    const changed = changedLeaves(before, after)
        .map(({ path }) => path)
        .filter((path) => path[0] !== ".status" && !IDENTITY.has(path.join("")));
    const left = after.map(({ path }) => path);
    const others = managers
        .filter(({ name }) => name !== BY_HAND)
        .map((manager) => ({ ...manager, fields: common(difference(manager.fields, changed), left) }));
    const own = managers.find(({ name }) => name === BY_HAND)?.fields ?? [];
    const fields = [...common(difference(own, changed), left), ...changed];
    if (fields.length === 0) return others;
    return [...others, { name: BY_HAND, operation: "Update", apiVersion, fields }];
}

/** The managers after the provider made its own earlier writes those of its apply. Source: await.go, fixCSAFieldManagers. */
export function asApplied(managers: readonly Manager[], name: string): Manager[] {
    const isOwn = (manager: Manager): boolean =>
        manager.name === name || (manager.operation === "Update" && manager.name === CREATOR);
    const own = managers.filter(isOwn);
    if (own.length === 0) return [...managers];
    const fields = own.flatMap((manager) => manager.fields);
    return [
        ...managers.filter((manager) => !isOwn(manager)),
        { name, operation: "Apply", apiVersion: own[0].apiVersion, fields },
    ];
}

/** Under which name the provider creates. Source: pulumi-kubernetes provider/pkg/await/await.go, Creation. */
export const CREATOR = "pulumi-kubernetes";

/** What applying inputs would take from other managers: fields of theirs that have another value now. */
export function conflictsOf(
    schema: ObjectSchema,
    managers: readonly Manager[],
    name: string,
    live: Properties,
    inputs: Properties,
): Conflict[] {
    const changed = changedLeaves(leavesOf(schema, live), leavesOf(schema, inputs)).map(({ path }) => path);
    return managers
        .filter((manager) => manager.name !== name)
        .flatMap((manager) => common(manager.fields, changed).map((path) => ({ manager, path })));
}

/**
 * An object and its managers after an apply: what the manager set before and no longer sets goes, unless others hold
 * it; conflicts are settled for the one who applies.
 * Source: https://kubernetes.io/docs/reference/using-api/server-side-apply/
 */
export function applied(
    schema: ObjectSchema,
    managers: readonly Manager[],
    by: Omit<Manager, "fields" | "operation">,
    live: Properties,
    inputs: Properties,
): { object: Properties; managers: Manager[] } {
    const fields = fieldsOf(schema, inputs);
    const own = managers.find(({ name }) => name === by.name)?.fields ?? [];
    const taken = conflictsOf(schema, managers, by.name, live, inputs).map(({ path }) => path);
    const others = managers
        .filter(({ name }) => name !== by.name)
        .map((manager) => ({ ...manager, fields: difference(manager.fields, taken) }));
    const dropped = difference(
        difference(own, fields),
        others.flatMap((manager) => manager.fields),
    );
    const left = without(schema, live, dropped);
    return {
        object: merged(schema, isObject(left) ? left : {}, inputs) as Properties,
        managers: [...others, { ...by, operation: "Apply", fields }],
    };
}

/**
 * The API server's sentence on conflicts.
 * Source: k8s.io/apimachinery pkg/util/managedfields/internal/conflict.go, NewConflictError and conflictMessage.
 */
export function conflictSentence(conflicts: readonly Conflict[]): string {
    const byManager = new Map<string, { shown: string; paths: string[] }>();
    for (const { manager, path } of conflicts) {
        const shown = `"${manager.name}"${manager.operation === "Update" ? ` using ${manager.apiVersion}` : ""}`;
        const entry = byManager.get(shown) ?? { shown, paths: [] };
        entry.paths.push(path.join(""));
        byManager.set(shown, entry);
    }
    const count = `Apply failed with ${conflicts.length} conflict${conflicts.length === 1 ? "" : "s"}: `;
    const [only] = byManager.values();
    if (byManager.size === 1 && only.paths.length === 1)
        return `${count}conflict with ${only.shown}: ${only.paths[0]}`;
    const parts = [...byManager.values()]
        .sort((a, b) => (a.shown < b.shown ? -1 : 1))
        .map(
            ({ shown, paths }) => `conflicts with ${shown}:\n${paths.map((path) => `- ${path}`).join("\n")}`,
        );
    return count + parts.join("\n");
}
