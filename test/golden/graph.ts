import type { Step } from "../helpers/sandbox";

/** One resource of a golden graph: what a reviewer would want to know of it, and nothing that changes by itself. */
export interface GoldenResource {
    resource: string;
    parent?: string;
    provider?: string;
    dependsOn?: string[];
    protect?: true;
    inputs?: unknown;
}

/** What the engine prints for a value that is not known before the update. */
const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** The graph of a stack that is created from nothing, out of `preview --json`. */
export function goldenGraph(steps: readonly Step[]): GoldenResource[] {
    return steps
        .map(({ newState, urn }) => {
            const state = newState ?? { urn, type: "" };
            const parent = state.parent === undefined || isStack(state.parent) ? undefined : nameOf(state.parent);
            const dependsOn = [...new Set((state.dependencies ?? []).map(nameOf))].sort();
            const inputs = placeholders(state.inputs ?? {}, autoNames(state.inputs ?? {}));
            return {
                resource: `${typeOf(urn)} ${nameOf(urn)}`,
                ...(parent !== undefined && { parent }),
                ...(state.provider && { provider: nameOf(state.provider.slice(0, state.provider.lastIndexOf("::"))) }),
                ...(dependsOn.length > 0 && { dependsOn }),
                ...(state.protect && { protect: true as const }),
                ...(Object.keys(inputs as object).length > 0 && { inputs }),
            };
        })
        .sort((a, b) => (a.resource < b.resource ? -1 : 1));
}

/** The properties that the provider named by itself: their random digits are not the program's doing. */
function autoNames(inputs: Record<string, unknown>): string[] {
    return Array.isArray(inputs.__defaults) ? inputs.__defaults.map(String) : [];
}

function placeholders(value: unknown, autoNamed: readonly string[] = []): unknown {
    if (value === UNKNOWN) return "<unknown>";
    if (Array.isArray(value)) return value.map((item) => placeholders(item));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
        Object.entries(value)
            .filter(([key]) => key !== "__defaults")
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([key, item]) => [key, autoNamed.includes(key) ? String(item).replace(/[0-9a-f]{7}$/, "<random>") : placeholders(item)]),
    );
}

function typeOf(urn: string): string {
    return urn.split("::")[2].split("$").at(-1) ?? "";
}

function nameOf(urn: string): string {
    return urn.split("::")[3];
}

function isStack(urn: string): boolean {
    return urn.includes("::pulumi:pulumi:Stack::");
}
