import { isObject, text, type Properties } from "../cloud/values";
import type { Call } from "../plugin/call";
import { ALREADY_THERE, FORBIDDEN, UNREACHABLE } from "./refusals";
import type { KubernetesFake } from "./types";
import { COMPUTED, created, metadataOf, metadataProblems, updated, withName } from "./object-metadata";

/** The namespaces of a new cluster. Source: https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/ */
const INITIAL = ["default", "kube-node-lease", "kube-public", "kube-system"];

/** Those that nobody can delete. Source: kubernetes plugin/pkg/admission/namespace/lifecycle/admission.go. */
const IMMORTAL = ["default", "kube-public", "kube-system"];

/** Source of the rows of `replaceOn`. */
const FORCE_NEW = "pulumi-kubernetes provider/pkg/provider/diff.go, metadataForceNewProperties";

/** A namespace; with it goes everything that is in it. */
export const namespace: KubernetesFake = {
    type: "kubernetes:core/v1:Namespace",
    service: "Kubernetes",
    operations: { create: "create", read: "get", update: "update", delete: "delete" },
    replaceOn: { "metadata.name": FORCE_NEW, "metadata.namespace": FORCE_NEW },
    computedInside: COMPUTED.map((key) => `metadata.${key}`),
    defaults: { spec: { finalizers: ["kubernetes"] } },
    refusals: {
        ...FORBIDDEN,
        ...UNREACHABLE,
        Invalid: {
            sentence: 'Namespace "{name}" is invalid: {problems}',
            status: 422,
            source: "https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#dns-label-names",
        },
        AlreadyExists: {
            sentence: 'namespaces "{name}" already exists' + ALREADY_THERE,
            status: 409,
            source: "pulumi-kubernetes provider/pkg/await/await.go, Creation",
        },
        Immortal: {
            sentence: 'namespaces "{name}" is forbidden: this namespace may not be deleted',
            status: 403,
            source: "https://github.com/kubernetes/kubernetes/blob/v1.34.0/plugin/pkg/admission/namespace/lifecycle/admission.go",
        },
    },
    attempts({ verb, id }) {
        if (verb === "create") return [{ verb, resource: "namespaces" }];
        const verbs = { read: "get", update: "patch", delete: "delete", invoke: "get" } as const;
        return [{ verb: verbs[verb], resource: "namespaces", namespace: id, name: id }];
    },
    appear(id, call) {
        if (INITIAL.includes(id) && call.find(namespace.type, id) === undefined) put({ name: id }, call);
    },
    normalise: (news, olds, call) => withName(call.name, news, olds),
    refreshed,
    create(inputs, call) {
        const name = validName(inputs, call);
        if (findNamespace(name, call)) call.refuse("AlreadyExists", { name });
        return { id: name, outputs: asServed(created(metadataOf(inputs), serverLabels(name))) };
    },
    update(inputs, object, call) {
        const name = validName(inputs, call);
        return asServed(updated(metadataOf(inputs), metadataOf(object.properties), serverLabels(name)));
    },
    delete(object, call) {
        if (IMMORTAL.includes(object.id)) call.refuse("Immortal", { name: object.id });
        for (const inside of call.account.all()) {
            const { region, properties } = inside;
            const place = properties.namespace ?? metadataOf(properties).namespace;
            if (region === object.region && place === object.id) call.remove(inside);
        }
    },
};

/** Whether the cluster has a namespace: one that was made, or one that every cluster has. */
export function findNamespace(name: string, call: Call): boolean {
    return INITIAL.includes(name) || call.find(namespace.type, name) !== undefined;
}

/** Makes a namespace as Helm's `createNamespace` does, unless it is there. Source: helm pkg/action/install.go. */
export function ensureNamespace(name: string, call: Call): void {
    if (!findNamespace(name, call)) put({ name, labels: { name } }, call);
}

/** Puts a namespace into the cluster that no resource of the program stands for. */
function put(metadata: { name: string; labels?: Properties }, call: Call): void {
    const { name } = metadata;
    const served = asServed(created({ ...metadata }, serverLabels(name)));
    const properties = { apiVersion: "v1", kind: "Namespace", ...namespace.defaults, ...served };
    call.put({ type: namespace.type, id: name, properties });
}

function validName(inputs: Properties, call: Call): string {
    const metadata = metadataOf(inputs);
    const name = text(metadata.name) ?? "";
    const problems = metadataProblems(metadata);
    if (problems.length > 0) {
        const joined = problems.length === 1 ? problems[0] : `[${problems.join(", ")}]`;
        call.refuse("Invalid", { name, problems: joined });
    }
    return name;
}

/** The label that the API server sets on every namespace. Source: https://kubernetes.io/docs/reference/labels-annotations-taints/ */
function serverLabels(name: string): Properties {
    return { "kubernetes.io/metadata.name": name };
}

function asServed(metadata: Properties): Properties {
    return { metadata, status: { phase: "Active" } };
}

/**
 * What the program gave, as it stands in the cluster: labels and annotations that others set are no drift.
 * Source: pulumi-kubernetes provider/pkg/provider/provider.go, Read (pruneLiveState).
 */
function refreshed(inputs: Properties, state: Properties): Properties {
    if (Object.keys(inputs).length > 0) return pruned(state, inputs);
    const metadata = Object.entries(metadataOf(state)).filter(
        ([key]) => !(COMPUTED as readonly string[]).includes(key),
    );
    const { apiVersion, kind, spec } = state;
    return { apiVersion, kind, metadata: Object.fromEntries(metadata), spec };
}

function pruned(state: Properties, given: Properties): Properties {
    const kept = Object.entries(state).filter(([key]) => key in given);
    return Object.fromEntries(
        kept.map(([key, value]) => {
            const shape = given[key];
            return [key, isObject(value) && isObject(shape) ? pruned(value, shape) : value];
        }),
    );
}
