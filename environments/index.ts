/**
 * The environments of the platform, their stacks and the tag keys that every resource carries: the one
 * module that every folder may import.
 */

/** The project's name in Pulumi.yaml; also the namespace of its configuration keys. */
export const PROJECT = "core-platform";

/** The environments, in the order of promotion. */
export const ENVIRONMENTS = ["dvlp", "pprd", "prod"] as const;

export type Environment = (typeof ENVIRONMENTS)[number];

/** A ticket's ephemeral stack is `dvlp-<ticket>`: letters, digits and dashes inside, 20 at most. */
const EPHEMERAL = /^dvlp-[a-z0-9]([a-z0-9-]{0,18}[a-z0-9])?$/i;

/**
 * The environment a stack belongs to: its own, or dvlp for an ephemeral stack `dvlp-<ticket>`.
 * @returns undefined when no environment claims the stack; callers must refuse such a stack.
 */
export function environmentOf(stack: string): Environment | undefined {
    const environment = ENVIRONMENTS.find((name) => name === stack);
    return environment ?? (EPHEMERAL.test(stack) ? "dvlp" : undefined);
}

/** Keys of the tags that every resource carries. */
export const TAG_KEYS = {
    environment: "environment",
    managedBy: "managed-by",
    owner: "owner",
    project: "project",
    stack: "stack",
} as const;
