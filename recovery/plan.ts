import type { Deployment, Operation, Resource } from "./deployment";

/** An object that stands in the cloud and in no state. */
export interface Orphan {
    /** The resource that made it. */
    urn: string;
    type: string;
    id: string;
}

/** What a recovery does to a state. */
export interface RecoveryPlan {
    /** Pending creates whose object stands in the cloud: they become resources. */
    adopted: Orphan[];
    /** URNs of pending creates that made nothing: they are forgotten, and the next update makes them. */
    forgotten: string[];
    /** Objects that no pending create accounts for: somebody has to decide. */
    orphans: Orphan[];
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
 * @param orphans what stands in the cloud and not in this state
 */
export function planRecovery(deployment: Deployment, orphans: readonly Orphan[]): RecoveryPlan {
    const resources = deployment.resources ?? [];
    const pending = deployment.pending_operations ?? [];
    const creates = pending.filter(({ type }) => type === "creating");
    const matches = creates.map((operation) => ({ operation, orphan: orphanOf(operation, orphans) }));
    const adopted = matches.flatMap(({ orphan }) => orphan ?? []);
    const made = matches.flatMap(({ operation, orphan }) =>
        orphan === undefined ? [] : [{ ...operation.resource, id: orphan.id }],
    );
    return {
        adopted,
        forgotten: matches
            .filter(({ orphan }) => orphan === undefined)
            .map(({ operation }) => operation.resource.urn),
        orphans: orphans.filter((orphan) => !adopted.includes(orphan)),
        deployment: {
            ...deployment,
            resources: [...replaced(resources, made), ...made],
            pending_operations: pending.filter(({ type }) => type !== "creating"),
        },
    };
}

/** The object of a pending create; of several, as after a second try, the one that the state knows an id of. */
function orphanOf({ resource }: Operation, orphans: readonly Orphan[]): Orphan | undefined {
    const found = orphans.filter(({ urn }) => urn === resource.urn);
    return found.find(({ id }) => id === resource.id) ?? found[0];
}

/** A resource whose replacement was made is the old one from now on: the next update deletes it. */
function replaced(resources: readonly Resource[], made: readonly Resource[]): Resource[] {
    const urns = new Set(made.map(({ urn }) => urn));
    return resources.map((resource) =>
        resource.custom && urns.has(resource.urn) ? { ...resource, delete: true } : resource,
    );
}
