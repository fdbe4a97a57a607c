/** The parts of `pulumi stack export` that a recovery reads and changes; everything else is kept as it is. */
export interface Exported {
    deployment: Deployment;
    [other: string]: unknown;
}

export interface Deployment {
    resources?: Resource[];
    pending_operations?: Operation[];
    [other: string]: unknown;
}

export interface Resource {
    urn: string;
    type: string;
    /** The physical id; components have none. */
    id?: string;
    custom?: boolean;
    /** Set on the old object of a replacement: it goes with the next update. */
    delete?: boolean;
    /** Set on the old object of a replacement that was deleted before the new one was made. */
    pendingReplacement?: boolean;
    inputs?: Record<string, unknown>;
    outputs?: Record<string, unknown>;
    [other: string]: unknown;
}

/** What the engine was about to do when it wrote the state for the last time. */
export interface Operation {
    type: "creating" | "updating" | "deleting" | "reading" | "importing";
    resource: Resource;
}
