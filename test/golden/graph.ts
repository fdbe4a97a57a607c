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

/**
 * The graph of a stack that is created from nothing, out of `preview --json`.
 * @param held what other stacks told it: values that differ from run to run, by the name that stands for them
 */
export function goldenGraph(
    steps: readonly Step[],
    held: ReadonlyMap<string, string> = new Map(),
): GoldenResource[] {
    const autoNamed = new Set(steps.flatMap(({ newState }) => autoNames(newState?.inputs ?? {})));
    return steps
        .map(({ newState, urn }) => {
            const state = newState ?? { urn, type: "" };
            const parent = state.parent === undefined || isStack(state.parent) ? undefined : nameOf(state.parent);
            const dependsOn = [...new Set((state.dependencies ?? []).map(nameOf))].sort();
            const inputs = placeholders(state.inputs ?? {}, autoNamed, held);
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

/** The names that the provider made: their random digits are not the program's doing, wherever they turn up. */
function autoNames(inputs: Record<string, unknown>): string[] {
    return Array.isArray(inputs.__defaults) ? inputs.__defaults.map((name) => String(inputs[String(name)])) : [];
}

function placeholders(
    value: unknown,
    autoNamed: ReadonlySet<string>,
    held: ReadonlyMap<string, string>,
): unknown {
    const inside = (item: unknown): unknown => placeholders(item, autoNamed, held);
    if (value === UNKNOWN) return "<unknown>";
    if (typeof value === "string")
        return held.get(value) ?? (autoNamed.has(value) ? value.replace(/[0-9a-f]{7}$/, "<random>") : value);
    if (Array.isArray(value)) return value.map(inside);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
        Object.entries(value)
            .filter(([key]) => key !== "__defaults")
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([key, item]) => [key, inside(item)]),
    );
}

/** The texts among a stack's outputs that differ from run to run, each by what stands for it: `<vpcId of dvlp>`. */
export function heldBy(stack: string, outputs: Readonly<Record<string, unknown>>): Map<string, string> {
    const texts = Object.entries(outputs).flatMap(([name, value]): [unknown, string][] =>
        Array.isArray(value)
            ? value.map((item, index): [unknown, string] => [item, `<${name}[${index}] of ${stack}>`])
            : [[value, `<${name} of ${stack}>`]],
    );
    // Names and identifiers are the same in every run; they are what a golden graph is to show.
    const told = texts.filter(([value]) => /^(subnet-|vpc-|\{)/.test(String(value)));
    return new Map(told.map(([value, name]) => [String(value), name]));
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
