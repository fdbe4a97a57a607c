/** A kind in a version of its group; the group of what came first has no name. */
export interface Gvk {
    group: string;
    version: string;
    kind: string;
}

/** The kind that a type token names, `kubernetes:apps/v1:Deployment`. */
export function gvkOfType(type: string): Gvk {
    const [, module, kind] = type.split(":");
    const [group, version = ""] = module.split("/");
    return { group: group === "core" ? "" : group, version, kind };
}

/** The type token of a kind. */
export function typeOf({ group, version, kind }: Gvk): string {
    return `kubernetes:${group === "" ? "core" : group}/${version}:${kind}`;
}

/** `apps/v1`, and `v1` for the group without a name. */
export function apiVersionOf({ group, version }: Pick<Gvk, "group" | "version">): string {
    return group === "" ? version : `${group}/${version}`;
}

/** `Deployment.apps`, as refusals name kinds. */
export function groupKind({ group, kind }: Pick<Gvk, "group" | "kind">): string {
    return group === "" ? kind : `${kind}.${group}`;
}
