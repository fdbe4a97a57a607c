/** A resource as the floor's program registers it. */
export interface GraphResource {
    urn: string;
    type: string;
    name: string;
    kind: "component" | "remote" | "provider" | "custom";
    parent?: string;
    /** URN of the explicit provider. */
    provider?: string;
    inputs: Record<string, unknown>;
    /** Input property to the URNs that its value comes from. */
    propertyDependencies: Record<string, string[]>;
    /** URNs that the resource waits for beyond those. */
    dependsOn: string[];
    /** Every string that the cloud gave it when it was recorded, which differs in another cloud, with its path. */
    outputs: Record<string, string>;
    protect: boolean;
}

/** What a stack registers, children of remote components included: `parentIsRemote` are made by their plugin. */
export interface Graph {
    resources: (GraphResource & { parentIsRemote: boolean })[];
    /** Number of resources that a preview of it counts. */
    size: number;
}

/** What is read of a resource in `pulumi stack export`. */
export interface RecordedResource {
    urn: string;
    type: string;
    custom: boolean;
    id?: string;
    parent?: string;
    provider?: string;
    inputs?: Record<string, unknown>;
    outputs?: Record<string, unknown>;
    dependencies?: string[];
    propertyDependencies?: Record<string, string[]>;
    protect?: boolean;
}

/** Inputs that the engine or a provider adds to what a program gives. */
const NOT_GIVEN = ["__internal", "__defaults", "tagsAll"];

/** A value shorter than this is no identifier: "80" or "true" must not be taken for one. */
const SHORTEST_IDENTIFIER = 8;

/**
 * Turns a deployed stack's state into the list that a program without any code of its own registers anew: the same
 * types, names, parents, providers, inputs and dependencies.
 * @param ownTypes prefix of the types that the program's own components have; others are remote components
 */
export function graphOf(recorded: readonly RecordedResource[], ownTypes: string): Graph {
    const made = recorded.filter(
        ({ type, parent }) => type !== "pulumi:pulumi:Stack" && parent !== undefined,
    );
    const remote = new Set(
        made.filter(({ custom, type }) => !custom && !type.startsWith(ownTypes)).map(({ urn }) => urn),
    );
    const resources = made.map((resource) => ({
        ...graphResource(resource, remote),
        parentIsRemote: remote.has(resource.parent!),
    }));
    return { resources, size: made.length + 1 };
}

function graphResource(resource: RecordedResource, remote: ReadonlySet<string>): GraphResource {
    const { urn, type, custom, parent, provider, propertyDependencies = {} } = resource;
    const inputs = Object.fromEntries(
        Object.entries(resource.inputs ?? {}).filter(([key]) => !NOT_GIVEN.includes(key)),
    );
    const used = new Set(Object.values(propertyDependencies).flat());
    return {
        urn,
        type,
        name: urn.split("::")[3],
        kind: remote.has(urn) ? "remote" : kindOf(type, custom),
        parent,
        // The engine writes URN::id.
        provider: provider?.split("::").slice(0, 4).join("::"),
        inputs,
        propertyDependencies,
        dependsOn: (resource.dependencies ?? []).filter((dependency) => !used.has(dependency)),
        outputs: { ...strings(resource.outputs ?? {}), ...(resource.id ? { id: resource.id } : {}) },
        protect: resource.protect ?? false,
    };
}

function kindOf(type: string, custom: boolean): GraphResource["kind"] {
    if (type.startsWith("pulumi:providers:")) return "provider";
    return custom ? "custom" : "component";
}

/** The strings in a value by their path, `vpcConfig.clusterSecurityGroupId`. */
function strings(value: unknown, path = ""): Record<string, string> {
    if (typeof value === "string") return value.length >= SHORTEST_IDENTIFIER ? { [path]: value } : {};
    if (typeof value !== "object" || value === null) return {};
    return Object.assign(
        {},
        ...Object.entries(value).map(([key, inner]) => strings(inner, path === "" ? key : `${path}.${key}`)),
    ) as Record<string, string>;
}
