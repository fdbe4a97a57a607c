import { randomBytes, randomUUID } from "node:crypto";
import { isObject, text, UNKNOWN, type Properties, type Value } from "../cloud/values";
import { keyProblems, labelNameProblems, labelValueProblems } from "./object-names";

const AUTONAMED = "pulumi.com/autonamed";

/** What the API server computes inside `metadata`. */
export const COMPUTED = ["creationTimestamp", "resourceVersion", "uid"] as const;

/** The `metadata` of an object's properties; empty when there is none. */
export function metadataOf(properties: Properties): Properties {
    return isObject(properties.metadata) ? properties.metadata : {};
}

/**
 * Gives an object the name that the program left out: the logical name, a dash, eight hex digits, and an annotation
 * that says so; the name that an earlier check made is kept.
 * Source: pulumi-kubernetes provider/pkg/metadata/naming.go.
 */
export function withName(logicalName: string, news: Properties, olds: Properties): Properties {
    const metadata = metadataOf(news);
    if (news.metadata === UNKNOWN || (metadata.name ?? "") !== "") return news;
    const annotations = isObject(metadata.annotations) ? metadata.annotations : {};
    const old = metadataOf(olds);
    const isAutonamed = isObject(old.annotations) && old.annotations[AUTONAMED] === "true";
    // An object that has a name which the program gave loses it when the program takes it away.
    if (Object.keys(olds).length > 0 && !isAutonamed) return news;
    const name = isAutonamed ? old.name : `${logicalName}-${randomBytes(4).toString("hex")}`;
    return {
        ...news,
        metadata: { ...metadata, name, annotations: { ...annotations, [AUTONAMED]: "true" } },
    };
}

/** The metadata of a new object, as the API server answers it. */
export function created(metadata: Properties, labels: Properties): Properties {
    return {
        ...metadata,
        labels: { ...(isObject(metadata.labels) ? metadata.labels : {}), ...labels },
        creationTimestamp: new Date().toISOString().replace(/\.\d+Z$/, "Z"),
        resourceVersion: nextVersion(undefined),
        uid: randomUUID(),
    };
}

/** The metadata of a changed object: what the server computed stays, its version moves on. */
export function updated(metadata: Properties, before: Properties, labels: Properties): Properties {
    const kept = Object.fromEntries(COMPUTED.map((key) => [key, before[key]]));
    return {
        ...metadata,
        labels: { ...(isObject(metadata.labels) ? metadata.labels : {}), ...labels },
        ...kept,
        resourceVersion: nextVersion(text(before.resourceVersion)),
    };
}

/** Grows with every change of the cluster, as etcd's revisions do. */
function nextVersion(before: string | undefined): string {
    return String(Math.max(Date.now() % 1e10, Number(before ?? 0) + 1));
}

/**
 * What is wrong with the metadata of an object, by field.
 * Source: k8s.io/apimachinery pkg/api/validation/objectmeta.go; k8s.io/pod-security-admission api/helpers.go.
 * @param nameProblems what is wrong with a name of its kind
 */
export function metadataProblems(
    metadata: Properties,
    nameProblems: (name: string) => string[] = labelNameProblems,
): string[] {
    const name = text(metadata.name) ?? "";
    return [
        ...nameProblems(name).map((problem) => invalid("metadata.name", name, problem)),
        ...entriesOf(metadata.labels).flatMap(([key, value]) => [
            ...keyProblems(key).map((problem) => invalid("metadata.labels", key, problem)),
            ...labelValueProblems(value).map((problem) => invalid("metadata.labels", value, problem)),
            ...podSecurityProblems(key, value),
        ]),
        ...annotationProblems(metadata.annotations),
    ];
}

/** Bytes of all keys and values of the annotations together. */
const ANNOTATIONS_LIMIT = 256 * 1024;

function annotationProblems(annotations: Value | undefined): string[] {
    const entries = entriesOf(annotations);
    const size = entries.reduce((sum, entry) => sum + Buffer.byteLength(entry.join("")), 0);
    const problems = entries.flatMap(([key]) =>
        // The case of an annotation's key does not count.
        keyProblems(key.toLowerCase()).map((problem) => invalid("metadata.annotations", key, problem)),
    );
    if (size > ANNOTATIONS_LIMIT)
        problems.push(`metadata.annotations: Too long: may not be more than ${ANNOTATIONS_LIMIT} bytes`);
    return problems;
}

function podSecurityProblems(key: string, value: string): string[] {
    const match = /^pod-security\.kubernetes\.io\/(enforce|audit|warn)(-version)?$/.exec(key);
    if (match === null) return [];
    const isRight =
        match[2] === undefined
            ? ["privileged", "baseline", "restricted"].includes(value)
            : value === "latest" || /^v1\.(0|[1-9]\d*)$/.test(value);
    if (isRight) return [];
    const rule =
        match[2] === undefined
            ? "must be one of privileged, baseline, restricted"
            : 'must be "latest" or "v1.x"';
    return [invalid(`metadata.labels[${key}]`, value, rule)];
}

function invalid(field: string, value: string, problem: string): string {
    return `${field}: Invalid value: ${JSON.stringify(value)}: ${problem}`;
}

function entriesOf(map: Value | undefined): [string, string][] {
    return isObject(map) ? Object.entries(map).map(([key, value]) => [key, String(value)]) : [];
}
