import { durationOf } from "../latency/durations";
import type { Task } from "./longest-chain";
import type { Resource } from "./resources";

/**
 * Packages whose components are made by a process of their own. Such a component is there for the program once all
 * its children are: the SDK answers Construct after its registrations are done (`waitForRPCs` in
 * @pulumi/pulumi/provider/server.js). A component of the program itself is there at once.
 */
const REMOTE = /^eks:/;

/**
 * The order in which the engine makes the program's resources, with what each takes on AWS. A resource begins when
 * its dependencies and its provider are there and its parent is registered.
 */
export function programOrder(resources: readonly Resource[]): Task[] {
    const components = new Map(resources.filter(({ custom }) => !custom).map((item) => [item.urn, item]));
    return resources.flatMap((resource) => {
        const { urn, parent, provider, dependencies } = resource;
        const beginning = [
            ...dependencies,
            ...(provider ? [provider] : []),
            ...(parent ? [components.has(parent) ? registered(parent) : parent] : []),
        ];
        if (resource.custom) {
            const { seconds } = durationIn(resource);
            return [{ id: urn, seconds, after: beginning }];
        }
        const inside = REMOTE.test(resource.type) ? descendants(urn, resources) : [];
        return [
            { id: registered(urn), seconds: 0, after: beginning },
            { id: urn, seconds: 0, after: [registered(urn), ...inside] },
        ];
    });
}

/** How long making a resource takes: by the table, or nothing for providers, which the engine itself sets up. */
export function durationIn({ type, inputs }: Resource): { seconds: number; source: string } {
    if (type.startsWith("pulumi:")) return { seconds: 0, source: "" };
    return durationOf(type, "create", inputs);
}

/** A component that its children may name as their parent; it may not be done yet. */
function registered(urn: string): string {
    return `${urn} is registered`;
}

function descendants(urn: string, resources: readonly Resource[]): string[] {
    return resources
        .filter(({ parent }) => parent === urn)
        .flatMap((child) => [child.urn, ...descendants(child.urn, resources)]);
}
