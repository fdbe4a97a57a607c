/**
 * The environments of the platform, their stacks and the tag keys that every resource carries: the one
 * module that every folder may import.
 */

/** The project's name in Pulumi.yaml; also the namespace of its configuration keys. */
export const PROJECT = "core-platform";

/** The environments, in the order of promotion. */
export const ENVIRONMENTS = ["dvlp", "pprd", "prod"] as const;

export type Environment = (typeof ENVIRONMENTS)[number];

/**
 * A ticket's ephemeral stack is `dvlp-<ticket>`: lower case letters, digits, and dashes inside, 20 at most. Lower case
 * alone: IAM's names and hosts would not tell dvlp-T1 from dvlp-t1.
 */
const EPHEMERAL = /^dvlp-([a-z0-9](?:[a-z0-9-]{0,18}[a-z0-9])?)$/;

/**
 * The environment a stack belongs to: its own, or dvlp for an ephemeral stack `dvlp-<ticket>`.
 * @returns undefined when no environment claims the stack; callers must refuse such a stack.
 */
export function environmentOf(stack: string): Environment | undefined {
    const environment = ENVIRONMENTS.find((name) => name === stack);
    return environment ?? (ticketOf(stack) === undefined ? undefined : "dvlp");
}

/**
 * The ticket of an ephemeral stack, `t-123` of `dvlp-t-123`.
 * @returns undefined for every other stack
 */
export function ticketOf(stack: string): string | undefined {
    return EPHEMERAL.exec(stack)?.[1];
}

/** The name of a ticket's ephemeral stack, whether there is one or not; check the ticket by `ticketOf`. */
export function ephemeralStackOf(ticket: string): string {
    return `dvlp-${ticket}`;
}

/** Keys of the tags that every resource carries. */
export const TAG_KEYS = {
    environment: "environment",
    /** The last day of an ephemeral stack, and of no other. */
    expires: "expires",
    managedBy: "managed-by",
    owner: "owner",
    project: "project",
    stack: "stack",
    /** Of an ephemeral stack, and of no other. */
    ticket: "ticket",
} as const;
