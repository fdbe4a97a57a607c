import { hasUnknown, isObject, text, UNKNOWN, at, type Properties } from "../cloud/values";
import type { CloudObject } from "../cloud/account";
import type { Call } from "../plugin/call";
import type { Created } from "../plugin/fake";
import type { Intent } from "../plugin/package";
import { apiVersionOf, groupKind, gvkOfType, type Gvk } from "./api/gvk";
import { asApplied, CREATOR, fieldsOf } from "./api/managers";
import { resourceOf, servedKind } from "./api/served";
import { removeCustomObjects } from "./custom-objects";
import { canTry } from "./dry-run";
import { findNamespace } from "./namespace";
import { failuresOf, normalised, refreshed } from "./object-inputs";
import { COMPUTED, created, metadataOf } from "./object-metadata";
import { OBJECT_REFUSALS } from "./object-refusals";
import { settled } from "./object-status";
import {
    admitted,
    changed,
    existing,
    idOf,
    isForcing,
    managerName,
    namespaceIn,
    notesOf,
    refuseNoMatch,
    tidy,
    type Notes,
    edited,
} from "./object-writes";
import { becomesReady } from "./readiness";
import { replacementsOf } from "./replacements";
import type { Attempt, KubernetesFake } from "./types";

/**
 * Any kind that a cluster serves, built in or brought by a custom resource definition: what is right is told by the
 * OpenAPI document of the cluster's version and by the definition.
 */
export function objectFake(type: string): KubernetesFake {
    const gvk = gvkOfType(type);
    return {
        type,
        service: "Kubernetes",
        operations: { create: "create", read: "get", update: "update", delete: "delete" },
        replaceOn: replacementsOf(gvk),
        // Source: pulumi-kubernetes provider/pkg/provider/provider.go, Diff.
        deleteBeforeReplace: isSamePlace,
        refusals: OBJECT_REFUSALS,
        attempts: (intent, call) => attemptsOf(gvk, intent, call),
        normalise: (news, olds, call) => normalised(gvk, news, olds, call),
        check: (inputs, call) => failuresOf(gvk, inputs, call),
        previewCreate: (inputs, call) => previewCreate(gvk, inputs, call),
        create: (inputs, call) => create(gvk, inputs, call),
        previewUpdate: (inputs, state, call) => previewUpdate(gvk, inputs, state, call),
        update: (inputs, object, call) => update(gvk, inputs, object, call),
        refreshed,
        editByHand: (object, changed, call) => edited(gvk, object, changed, call),
        delete: (object, call) => removeCustomObjects(object, call),
    };
}

/** An object that keeps a name which the program gave, and its namespace, can't stand beside the one it replaces. */
function isSamePlace(before: Properties, after: Properties): boolean {
    const [old, now] = [metadataOf(before), metadataOf(after)];
    const isAutonamed = at(now, 'annotations["pulumi.com/autonamed"]') === "true";
    return (
        !isAutonamed && (now.name ?? "") !== "" && now.name === old.name && now.namespace === old.namespace
    );
}

/** The requests behind a call. Source of the verbs: pulumi-kubernetes provider/pkg/await/await.go. */
function attemptsOf(gvk: Gvk, { verb, id, inputs = {} }: Intent, call: Call): Attempt[] {
    const served = servedKind(gvk, call);
    if (served === undefined) return [];
    const resource = resourceOf(served);
    const namespace = served.namespaced
        ? id === undefined
            ? namespaceIn(inputs, call)
            : id.split("/")[0]
        : undefined;
    const name = id?.split("/").at(-1);
    if (verb === "create") return [{ verb, resource, namespace }];
    const reading: Attempt = { verb: "get", resource, namespace, name };
    if (verb === "update") return [reading, { verb: "patch", resource, namespace, name }];
    return verb === "delete" ? [{ verb, resource, namespace, name }] : [reading];
}

/** The dry run that a preview makes. Source: pulumi-kubernetes provider/pkg/provider/provider.go, Create. */
function previewCreate(gvk: Gvk, inputs: Properties, call: Call): Properties | undefined {
    const served = servedKind(gvk, call);
    if (hasUnknown(inputs) || served === undefined) return undefined;
    if (!canTry(attemptsOf(gvk, { verb: "create", inputs }, call), call)) return undefined;
    // A namespace that is not there yet may be on its way; and so may the end of an object of the same name.
    const namespace = namespaceIn(inputs, call);
    if (served.namespaced && !findNamespace(namespace, call)) return undefined;
    const admittedObject = admitted(served, inputs, call);
    if (existing(served, idOf(served, inputs, call), call) !== undefined) return undefined;
    return withUnknowns(gvk, admittedObject);
}

/** What only the real call can tell. */
function withUnknowns(gvk: Gvk, object: Properties): Properties {
    const shown: Properties = {
        ...object,
        metadata: { ...metadataOf(object), ...Object.fromEntries(COMPUTED.map((key) => [key, UNKNOWN])) },
        status: UNKNOWN,
    };
    const isOpen = groupKind(gvk) === "Service" && isObject(shown.spec) && shown.spec.clusterIP === undefined;
    if (isOpen && isObject(shown.spec))
        shown.spec = { ...shown.spec, clusterIP: UNKNOWN, clusterIPs: UNKNOWN };
    return shown;
}

function create(gvk: Gvk, inputs: Properties, call: Call): Created {
    const served = servedKind(gvk, call);
    if (served === undefined) return refuseNoMatch("NoMatch", gvk, call);
    const object = admitted(served, inputs, call);
    const id = idOf(served, inputs, call);
    const { name } = metadataOf(object) as { name: string };
    if (existing(served, id, call) !== undefined)
        call.refuse("AlreadyExists", { resource: resourceOf(served), name });
    const metadata = created(metadataOf(object), {});
    const outputs = settled(gvk, { ...object, metadata: tidy(metadata) }, undefined, call);
    if (!becomesReady(gvk, outputs, call)) call.notReady("NotReady", { urn: call.urn, name });
    const manager = { name: CREATOR, operation: "Update" as const, apiVersion: apiVersionOf(gvk) };
    const notes: Notes = {
        manager: managerName(inputs),
        managers: [{ ...manager, fields: fieldsOf(served.schema, inputs) }],
        written: outputs,
    };
    return { id, outputs, internal: notes as unknown as Properties };
}

function previewUpdate(gvk: Gvk, inputs: Properties, state: Properties, call: Call): Properties | undefined {
    const served = servedKind(gvk, call);
    if (served === undefined || hasUnknown(inputs)) return undefined;
    const id = idOf(served, state, call);
    if (!canTry(attemptsOf(gvk, { verb: "update", id }, call), call)) return undefined;
    const object = existing(served, id, call);
    if (object === undefined) return undefined;
    const { manager, managers } = notesOf(served, object);
    // What the provider created is its own once it applies: before, a dry run has to be forced.
    const isForced = isForcing(inputs) || managers.some(({ name }) => name === CREATOR);
    const next = changed(served, inputs, object, managers, manager, isForced, call);
    return next.object;
}

function update(gvk: Gvk, inputs: Properties, object: CloudObject, call: Call): Properties {
    const served = servedKind(gvk, call);
    if (served === undefined) return refuseNoMatch("NoMatchAnyMore", gvk, call);
    const { manager, managers } = notesOf(served, object);
    const own = asApplied(managers, manager);
    const next = changed(served, inputs, object, own, manager, isForcing(inputs), call);
    const outputs = settled(gvk, next.object, object.properties, call);
    const { id } = object;
    if (!becomesReady(gvk, outputs, call)) {
        const name = text(metadataOf(outputs).name) ?? "";
        call.notReady("NotReadyAgain", { id, name });
    }
    const notes: Notes = { manager, managers: next.managers, written: outputs };
    call.put({ ...object, internal: { ...object.internal, ...(notes as unknown as Properties) } });
    return outputs;
}
