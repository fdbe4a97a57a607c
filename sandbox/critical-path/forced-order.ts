import type { Task } from "./longest-chain";
import { meets, PRECONDITIONS } from "./preconditions";
import { durationIn } from "./program-order";
import { referencesOf } from "./references";
import type { Resource } from "./resources";

/**
 * The order that AWS itself forces upon the same resources, whatever program makes them: one that names another comes
 * after it, and after what it cannot do without. Components, and orders that the program chose, are left out.
 */
export function forcedOrder(resources: readonly Resource[]): Task[] {
    const byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
    const named = new Map(resources.map((resource) => [resource.urn, referencesOf(resource, byUrn)]));
    const reachable = (urn: string): string[] => [urn, ...(named.get(urn) ?? []).flatMap(reachable)];
    /** The resources of a type that one names, itself or through others. */
    const connected = (urn: string, type: string): string[] =>
        reachable(urn).filter((other) => byUrn.get(other)?.type === type);

    const needed = (resource: Resource): string[] =>
        PRECONDITIONS.filter(({ type, when }) => type === resource.type && meets(resource, when)).flatMap(
            ({ needs, having, sharing }) =>
                resources
                    .filter((other) => other.type === needs && meets(other, having))
                    .filter(({ urn }) => {
                        if (sharing === undefined) return true;
                        const shared = connected(resource.urn, sharing);
                        return connected(urn, sharing).some((common) => shared.includes(common));
                    })
                    .map(({ urn }) => urn),
        );

    return resources
        .filter(({ custom }) => custom)
        .map((resource) => ({
            id: resource.urn,
            seconds: durationIn(resource).seconds,
            after: [...new Set([...(named.get(resource.urn) ?? []), ...needed(resource)])],
        }));
}
