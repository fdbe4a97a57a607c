/** Which sections of a stack file belong to which part: a stack that does not deploy the part has no use for them. */
import { PARTS, type Part } from "../environments/parts";

/** Sections that a stack file has because of a part. All others stand in every stack file. */
export const PART_SECTIONS = {
    network: ["network"],
    cluster: ["cluster"],
    platform: ["services"],
} as const satisfies Readonly<Record<Part, readonly string[]>>;

/** The parts that run on any cluster: those that a stack with `cluster.existing` deploys. */
export const ON_ANY_CLUSTER: readonly Part[] = ["platform"];

/** The part that a section belongs to; undefined for a section of every stack file. */
export function partOfSection(section: string): Part | undefined {
    return PARTS.find((part) => (PART_SECTIONS[part] as readonly string[]).includes(section));
}

/** What a stack file says of parts, as far as it can be made out. */
export interface DeclaredParts {
    readonly deploys: readonly string[];
    /** Stack by part. */
    readonly holders: Readonly<Record<string, string>>;
}

/** How a circle of stacks reads: `dvlp-cluster -> dvlp-network -> dvlp-cluster`. */
export function circleText(circle: readonly string[]): string {
    return circle.join(" -> ");
}

/**
 * The way from a stack by its holders and theirs back to the stack.
 * @param partsOf what the stack file of a stack says; undefined when there is none
 * @returns undefined when there is no way back
 */
export function circleFrom(
    stack: string,
    holder: string,
    partsOf: (stack: string) => DeclaredParts | undefined,
): string[] | undefined {
    const seen = new Set<string>();
    const search = (way: readonly string[]): string[] | undefined => {
        const last = way[way.length - 1];
        if (last === stack) return [...way];
        if (seen.has(last)) return undefined;
        seen.add(last);
        for (const next of Object.values(partsOf(last)?.holders ?? {})) {
            const found = search([...way, next]);
            if (found !== undefined) return found;
        }
        return undefined;
    };
    const way = search([holder]);
    return way === undefined ? undefined : [stack, ...way];
}
