import type { Deployment, Operation, Resource } from "./deployment";

/** An object that stands in the cloud and in no state. */
export interface Orphan {
    /** The resource that made it. */
    urn: string;
    type: string;
    id: string;
}

/** What is known about the cloud. */
export interface Knowledge {
    /** What stands there and not in this state. */
    orphans: readonly Orphan[];
    /** Whether these are all; on AWS nobody can tell. */
    complete: boolean;
    /** URNs of pending creates that are said to have made nothing. */
    nothing: readonly string[];
}

/** What a recovery does to a state. */
export interface RecoveryPlan {
    /** Pending creates whose object stands in the cloud: they become resources. */
    adopted: Orphan[];
    /** URNs of pending creates that made nothing: they are forgotten, and the next update makes them. */
    forgotten: string[];
    /** URNs of pending creates of which nobody knows what they made: they stay, and nothing may be written. */
    unknown: string[];
    /** Objects that no pending create accounts for: somebody has to decide. */
    orphans: Orphan[];
    /** Other pending operations, updates and deletes: only a refresh sees how far they came. */
    others: { type: Operation["type"]; urn: string }[];
    /** URNs of resources without anything that the provider computes: a read fills it in. */
    unread: string[];
    /** The state afterwards. */
    deployment: Deployment;
}

/**
 * Matches pending creates to the cloud by URN.
 *
 * The engine writes a pending create before it calls the provider, and takes it back once the object is in the state:
 * what a killed engine made is therefore the object of one of its pending creates. `refresh --import-pending-creates`
 * would be the engine's own way; in 3.259 it only drops them (pkg/cmd/pulumi/operations/refresh.go marks them as
 * importing, and nothing reads the mark).
 */
export function planRecovery(deployment: Deployment, knowledge: Knowledge): RecoveryPlan {
    const pending = deployment.pending_operations ?? [];
    const before = deployment.resources ?? [];
    const creates = onePerUrn(pending.filter(({ type }) => type === "creating"));
    const matches = creates.map((operation) => ({
        operation,
        orphan: orphanOf(operation, before, knowledge),
    }));
    const adopted = matches.flatMap(({ orphan }) => orphan ?? []);
    const made = matches.flatMap(({ operation, orphan }) =>
        orphan === undefined ? [] : [{ ...operation.resource, id: orphan.id }],
    );
    const unmatched = matches
        .filter(({ orphan }) => orphan === undefined)
        .map(({ operation }) => operation.resource);
    const isUnknown = (resource: Resource): boolean =>
        !knowledge.complete &&
        !isProvider(resource) &&
        !knowledge.nothing.includes(resource.urn) &&
        !before.some((other) => lives(other, resource.urn));
    const unknown = unmatched.filter(isUnknown).map(urnOf);
    const fresh = new Set<Resource>(made);
    const others = pending.filter(({ type }) => type !== "creating");
    const resources = withMade(before, made);
    return {
        adopted,
        forgotten: unmatched.filter((resource) => !isUnknown(resource)).map(urnOf),
        unknown,
        orphans: knowledge.orphans.filter((orphan) => !adopted.includes(orphan)),
        others: others.map(({ type, resource }) => ({ type, urn: resource.urn })),
        unread: resources.filter((resource) => isUnread(resource) || fresh.has(resource)).map(urnOf),
        deployment: {
            ...deployment,
            resources,
            pending_operations: pending.filter(
                ({ type, resource }) => type !== "creating" || unknown.includes(resource.urn),
            ),
        },
    };
}

/** The engine keeps notes of creates over later updates: a second kill leaves a second one. The newest counts. */
function onePerUrn(creates: readonly Operation[]): Operation[] {
    return [...new Map(creates.map((operation) => [operation.resource.urn, operation])).values()];
}

/**
 * The object of a pending create; of several, as after a second try, the one that the state knows an id of. None where
 * the state has a living resource with another id: an update has made it since, or its replacement was being made, and
 * what is in use must not go because of a note.
 */
function orphanOf(
    { resource }: Operation,
    before: readonly Resource[],
    { orphans, nothing }: Knowledge,
): Orphan | undefined {
    if (nothing.includes(resource.urn)) return undefined;
    const found = orphans.filter(({ urn }) => urn === resource.urn);
    const meant = found.find(({ id }) => id === resource.id) ?? found[0];
    const isTaken = before.some((other) => lives(other, resource.urn) && other.id !== meant?.id);
    return isTaken ? undefined : meant;
}

/** Whether a resource of the state is the one of its URN that is in use. */
function lives(resource: Resource, urn: string): boolean {
    return resource.urn === urn && !resource.delete && !resource.pendingReplacement;
}

/**
 * The resources with those that were made. One that was deleted to be replaced, or is the very object that was made,
 * gives its place to the new one: the next update would delete what was made if it bears the same id, because the
 * engine looks at `delete` before `pendingReplacement` (pkg/resource/deploy/step_generator.go), and it takes no state
 * in which a resource comes before what it depends on (pkg/resource/deploy/snapshot.go, VerifyIntegrity).
 */
function withMade(resources: readonly Resource[], made: readonly Resource[]): Resource[] {
    const kept = resources.map((resource) => {
        const replacement = made.find(({ urn }) => urn === resource.urn);
        if (replacement === undefined) return resource;
        const isAnother = resource.delete && resource.id !== replacement.id;
        return isAnother ? resource : replacement;
    });
    // Each once: those that took a place are not put at the end again.
    return [...new Set([...kept, ...made])];
}

/** As after a recovery whose refresh failed. Providers compute nothing, and what is to be deleted needs nothing. */
function isUnread(resource: Resource): boolean {
    if (!resource.custom || resource.delete || resource.pendingReplacement || isProvider(resource))
        return false;
    return Object.keys(resource.outputs ?? {}).length === 0;
}

/** A provider is a resource of the engine alone: nothing stands in the cloud for it. */
function isProvider({ type }: Resource): boolean {
    return type.startsWith("pulumi:providers:");
}

function urnOf({ urn }: Resource): string {
    return urn;
}
