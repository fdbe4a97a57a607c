import { randomBytes } from "node:crypto";
import { at, isObject, text, type Properties } from "../cloud/values";
import type { CloudObject } from "../cloud/account";
import type { Call } from "../plugin/call";
import { NotReadyError, RefusedError } from "../plugin/refusal";
import { brokenRules, decodingProblem, missingFields, unknownFields } from "./api/checks";
import { apiVersionOf, groupKind, typeOf, type Gvk } from "./api/gvk";
import { afterEdits, applied, conflictSentence, conflictsOf, type Manager } from "./api/managers";
import { servedKind, type Served } from "./api/served";
import { callerOf } from "./connection";
import { findNamespace } from "./namespace";
import { metadataOf, updated } from "./object-metadata";
import { withDefaults } from "./object-status";
import { rulesOf } from "./rules/rules";

/** What the pretended API server notes beside an object. */
export interface Notes {
    /** Under which name the provider applies this object. */
    manager: string;
    managers: Manager[];
    /** The object as the API server last wrote it: what differs was edited by hand. */
    written: Properties;
}

/** A new object as the API server takes it, or a refusal. */
export function admitted(served: Served, inputs: Properties, call: Call): Properties {
    const metadata = { ...metadataOf(inputs) };
    if (!served.namespaced) delete metadata.namespace;
    else metadata.namespace = namespaceIn(inputs, call);
    const object = {
        ...inputs,
        apiVersion: apiVersionOf(served),
        kind: served.kind,
        metadata,
    };
    const { kind, version } = served;
    const problem = served.definition === undefined ? decodingProblem(served.schema, object) : undefined;
    if (problem !== undefined) call.refuse("BadRequest", { kind, version, problem });
    if (served.namespaced && !findNamespace(String(metadata.namespace), call))
        call.refuse("NoNamespace", { namespace: String(metadata.namespace) });
    const complete = withDefaults(served, object);
    const problems = problemsOf(served, complete);
    if (problems !== undefined) {
        const subject = groupKind(served);
        call.refuse("Invalid", { subject, name: text(metadata.name) ?? "", problems });
    }
    return complete;
}

/** What is wrong with an object, in one line as the API server says it; undefined: nothing. */
function problemsOf(served: Served, object: Properties, before?: Properties): string | undefined {
    const bySchema = served.definition === undefined ? missingFields : brokenRules;
    const found = [...rulesOf(served)(object, before), ...bySchema(served.schema, object)];
    const problems = [...new Set(found)];
    if (problems.length === 0) return undefined;
    return problems.length === 1 ? problems[0] : `[${problems.join(", ")}]`;
}

/** The object after an update, or a refusal; the provider takes a refused update for one that did not get ready. */
export function changed(
    served: Served,
    inputs: Properties,
    object: CloudObject,
    managers: Manager[],
    manager: string,
    isForced: boolean,
    call: Call,
): { object: Properties; managers: Manager[] } {
    const { kind, version, schema } = served;
    const { id, properties: live } = object;
    const wanted = { ...inputs, metadata: identified(metadataOf(inputs), metadataOf(live)) };
    return keeping(object, () => {
        const problem = served.definition === undefined ? decodingProblem(schema, wanted) : undefined;
        if (problem !== undefined) call.refuse("BadUpdate", { id, kind, version, problem });
        const next = isReplacedWhole(served)
            ? { object: { ...wanted, status: live.status ?? {} }, managers }
            : applied(schema, managers, { name: manager, apiVersion: apiVersionOf(served) }, live, wanted);
        const conflicts =
            isForced || isReplacedWhole(served) ? [] : conflictsOf(schema, managers, manager, live, wanted);
        if (conflicts.length > 0)
            call.refuse("Conflict", { id, manager, conflicts: conflictSentence(conflicts) });
        const complete = withDefaults(served, next.object);
        const problems = problemsOf(served, complete, live);
        if (problems !== undefined) {
            const name = text(metadataOf(live).name) ?? "";
            call.refuse("InvalidUpdate", { id, subject: groupKind(served), name, problems });
        }
        const metadata = tidy(updated(metadataOf(complete), metadataOf(live), {}));
        return { object: { ...complete, metadata }, managers: next.managers };
    });
}

/**
 * An object that somebody edits, as `kubectl edit` puts it: refused for what the API server does not take. Whose the
 * changed fields are then, the next apply finds out by what was written last.
 */
export function edited(gvk: Gvk, object: CloudObject, changes: Properties, call: Call): Properties {
    const served = servedKind(gvk, call);
    if (served === undefined) return refuseNoMatch("NoMatch", gvk, call);
    const [unknown] = unknownFields(served.schema, changes);
    if (unknown !== undefined) throw new Error(`${unknown.property}: ${unknown.reason}`);
    refuseNewIdentity(object.properties, changes);
    const { kind, version, schema } = served;
    const problem = served.definition === undefined ? decodingProblem(schema, changes) : undefined;
    if (problem !== undefined) call.refuse("BadRequest", { kind, version, problem });
    const problems = problemsOf(served, changes, object.properties);
    if (problems !== undefined) {
        const name = text(metadataOf(object.properties).name) ?? "";
        call.refuse("Invalid", { subject: groupKind(served), name, problems });
    }
    return changes;
}

/**
 * What an object is known by, by path, stays in an edit. Source: kubectl pkg/cmd/util/editor/editoptions.go,
 * preconditions; for the namespace, apiserver pkg/registry/rest/update.go, BeforeUpdate.
 */
const IDENTITY = ["apiVersion", "kind", "metadata.name", "metadata.namespace"];

function refuseNewIdentity(before: Properties, after: Properties): void {
    const path = IDENTITY.find((one) => at(before, one) !== at(after, one));
    if (path !== undefined)
        throw new Error(
            `${path}: an object keeps its apiVersion, kind, name and namespace. --force changes it`,
        );
}

/** Definitions are put, not applied. Source: pulumi-kubernetes provider/pkg/await/await.go, updateResource. */
function isReplacedWhole(served: Served): boolean {
    return groupKind(served) === "CustomResourceDefinition.apiextensions.k8s.io";
}

/** The name and the namespace stay: what changes them replaces. */
function identified(metadata: Properties, live: Properties): Properties {
    const { name, namespace } = live;
    return { ...metadata, name, ...(namespace === undefined ? {} : { namespace }) };
}

/** Turns a refusal into an object that stands as it was and did not get ready. */
function keeping<T>(object: CloudObject, action: () => T): T {
    try {
        return action();
    } catch (error) {
        if (!(error instanceof RefusedError)) throw error;
        throw new NotReadyError(object.id, object.properties, error.code, error.message);
    }
}

/** What the API server has noted, with what was edited by hand since. */
export function notesOf(served: Served, object: CloudObject): Notes {
    const notes = (object.internal ?? {}) as Partial<Notes>;
    const { manager = managerName(object.properties), managers = [], written = object.properties } = notes;
    const now = afterEdits(served.schema, managers, written, object.properties, apiVersionOf(served));
    return { manager, managers: now, written };
}

/** Source: pulumi-kubernetes provider/pkg/provider/provider.go, fieldManagerName. */
export function managerName(inputs: Properties): string {
    const named = text(at(metadataOf(inputs), 'annotations["pulumi.com/patchFieldManager"]')) ?? "";
    return named === "" ? `pulumi-kubernetes-${randomBytes(4).toString("hex")}` : named;
}

/** Source: pulumi-kubernetes provider/pkg/await/await.go, patchForce. */
export function isForcing(inputs: Properties): boolean {
    return at(metadataOf(inputs), 'annotations["pulumi.com/patchForce"]') === "true";
}

/** The object of an id, in whichever version of its group it was made. */
export function existing(served: Served, id: string, call: Call): CloudObject | undefined {
    for (const version of served.versions) {
        const found = call.find(typeOf({ ...served, version }), id);
        if (found !== undefined) return found;
    }
    return undefined;
}

/** `namespace/name`, or the name of what lives in no namespace. */
export function idOf(served: Served, object: Properties, call: Call): string {
    const name = text(metadataOf(object).name) ?? "";
    return served.namespaced ? `${namespaceIn(object, call)}/${name}` : name;
}

/** The namespace that an object names, or the provider's. */
export function namespaceIn(inputs: Properties, call: Call): string {
    return text(metadataOf(inputs).namespace) || callerOf(call).namespace;
}

/** Refuses a kind that the cluster does not serve. */
export function refuseNoMatch(row: string, gvk: Gvk, call: Call): never {
    const apiVersion = apiVersionOf(gvk);
    const values = { urn: call.urn, kind: gvk.kind, apiVersion };
    const shown = `${gvk.group === "" ? "" : `${gvk.group}/`}${gvk.version}/${gvk.kind}`;
    return call.refuse(row, row === "NoMatch" ? { ...values, gvk: shown } : values);
}

/** Labels that nobody gave are no empty map. */
export function tidy(metadata: Properties): Properties {
    const { labels, ...rest } = metadata;
    return isObject(labels) && Object.keys(labels).length > 0 ? metadata : rest;
}
