import { hasUnknown, isObject, UNKNOWN, equal, type Properties } from "../cloud/values";
import type { Call } from "../plugin/call";
import type { Failure } from "../plugin/typings";
import { unknownFields } from "./api/checks";
import type { Gvk } from "./api/gvk";
import { servedKind } from "./api/served";
import { callerOf } from "./connection";
import { COMPUTED, metadataOf, withName } from "./object-metadata";

/** Metadata that the API server alone writes. Source: pulumi-kubernetes provider/pkg/provider/provider.go, normalizeInputs. */
const READ_ONLY = [
    "creationTimestamp",
    "deletionGracePeriodSeconds",
    "deletionTimestamp",
    "generation",
    "managedFields",
    "resourceVersion",
    "uid",
];

/** The inputs as the provider's check returns them. Source: the same, Check and normalizeInputs. */
export function normalised(gvk: Gvk, news: Properties, olds: Properties, call: Call): Properties {
    if (news.metadata === UNKNOWN) return news;
    const metadata = Object.fromEntries(
        Object.entries(metadataOf(news)).filter(([key]) => !READ_ONLY.includes(key)),
    );
    const named = withName(
        call.name,
        gvk.kind === "Secret" ? asData(news, gvk) : { ...news, metadata },
        olds,
    );
    const withMetadata = { ...named, metadata: { ...metadata, ...metadataOf(named) } };
    for (const key of READ_ONLY) delete withMetadata.metadata[key];
    // A kind that is not known yet is taken for one that lives in namespaces.
    const isNamespaced = servedKind(gvk, call)?.namespaced ?? true;
    if (isNamespaced && (withMetadata.metadata.namespace ?? "") === "")
        withMetadata.metadata.namespace = callerOf(call).namespace;
    return withMetadata;
}

/** A Secret's texts as the API server keeps them. Source: provider/pkg/clients/unstructured.go, normalizeSecret. */
function asData(inputs: Properties, { group }: Gvk): Properties {
    const { stringData, ...rest } = inputs;
    if (group !== "" || !isObject(stringData) || hasUnknown(inputs)) return inputs;
    const encoded = Object.entries(stringData).map(([key, value]) => [
        key,
        Buffer.from(String(value)).toString("base64"),
    ]);
    return { ...rest, data: { ...(isObject(rest.data) ? rest.data : {}), ...Object.fromEntries(encoded) } };
}

/** What the provider refuses at preview; and names that the cluster does not know. */
export function failuresOf(gvk: Gvk, inputs: Properties, call: Call): Failure[] {
    const failures: Failure[] = [];
    if ((metadataOf(inputs).generateName ?? "") !== "") {
        const reason = "the `.metadata.generateName` field is not supported in Server-Side Apply mode";
        failures.push({ property: "metadata.generateName", reason });
    }
    const served = servedKind(gvk, call);
    if (served === undefined && isKindWith(gvk, /Patch$/, call)) {
        const reason = "the sandbox does not stand in for Patch resources";
        failures.push({ property: "kind", reason });
    }
    if (served === undefined && isKindWith(gvk, /List$/, call)) {
        // Source: pulumi-kubernetes provider/pkg/provider/provider.go, Check.
        const reason =
            "list resources exist for compatibility with YAML manifests and Helm charts, and cannot be created " +
            "directly. Use the underlying resource type instead";
        failures.push({ property: "kind", reason });
    }
    // The real provider drops what the typings do not know, without a word: a typing error would go unseen.
    return served === undefined ? failures : [...failures, ...unknownFields(served.schema, inputs)];
}

/**
 * What the program gave, as it stands in the cluster.
 * Source: pulumi-kubernetes provider/pkg/provider/provider.go, Read (pruneLiveState).
 */
export function refreshed(inputs: Properties, state: Properties): Properties {
    if (Object.keys(inputs).length > 0) return pruned(state, inputs);
    const { status: _status, ...rest } = state;
    const metadata = Object.entries(metadataOf(state)).filter(
        ([key]) => !(COMPUTED as readonly string[]).includes(key),
    );
    return { ...rest, metadata: Object.fromEntries(metadata) };
}

function pruned(state: Properties, given: Properties): Properties {
    return Object.fromEntries(
        Object.entries(state)
            .filter(([key]) => key in given)
            .map(([key, value]) => [key, prunedValue(value, given[key])]),
    );
}

function prunedValue(value: Properties[string], shape: Properties[string]): Properties[string] {
    if (equal(value, shape)) return shape;
    if (isObject(value) && isObject(shape)) return pruned(value, shape);
    if (Array.isArray(value) && Array.isArray(shape))
        return value.map((item, index) =>
            shape[index] === undefined ? item : prunedValue(item, shape[index]),
        );
    return value;
}

/** Whether a kind is another one's with an ending: `DeploymentPatch`, `ConfigMapList`. */
function isKindWith(gvk: Gvk, ending: RegExp, call: Call): boolean {
    return (
        ending.test(gvk.kind) &&
        servedKind({ ...gvk, kind: gvk.kind.replace(ending, "") }, call) !== undefined
    );
}
