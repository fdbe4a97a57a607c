import type { Properties } from "../cloud/values";

/** One resource of a stack that is made from nothing, as the engine's preview knows it. */
export interface Resource {
    urn: string;
    /** Pulumi's type token. */
    type: string;
    /** The logical name. */
    name: string;
    /** Made by a provider; else a component, which only groups others. */
    custom: boolean;
    inputs: Properties;
    parent?: string;
    /** The URN of the provider resource that makes it. */
    provider?: string;
    /** What the program waits for before it registers this one. */
    dependencies: string[];
    /** What the values of its inputs come from. */
    inputSources: string[];
}

interface Step {
    newState?: {
        urn: string;
        type: string;
        custom?: boolean;
        inputs?: Properties;
        parent?: string;
        provider?: string;
        dependencies?: string[];
        propertyDependencies?: Record<string, string[]>;
    };
}

/**
 * The resources in the answer of `pulumi preview --json` for a stack that holds nothing yet, in the order of their
 * URNs: the engine's differs from run to run.
 * @throws Error when the answer holds no step
 */
export function resourcesOf(preview: string): Resource[] {
    const { steps = [] } = JSON.parse(preview) as { steps?: Step[] };
    if (steps.length === 0) throw new Error("the preview has no steps: the stack's program makes nothing");
    const resources = steps.flatMap(({ newState }) =>
        newState === undefined
            ? []
            : [
                  {
                      urn: newState.urn,
                      type: newState.type,
                      name: newState.urn.split("::")[3],
                      custom: newState.custom ?? false,
                      inputs: newState.inputs ?? {},
                      parent: newState.parent,
                      // A reference is the provider's URN, two colons, and its id.
                      provider: newState.provider?.split("::").slice(0, -1).join("::"),
                      dependencies: [...(newState.dependencies ?? [])].sort(),
                      inputSources: [
                          ...new Set(Object.values(newState.propertyDependencies ?? {}).flat()),
                      ].sort(),
                  },
              ],
    );
    return resources.sort((a, b) => (a.urn < b.urn ? -1 : 1));
}
