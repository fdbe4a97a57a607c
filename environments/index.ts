/**
 * The environments of the platform, their stacks and the tag keys that every resource carries: the one
 * module that every folder may import.
 */
import { PARTS, type Part } from "./parts";

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
 * The environment a stack belongs to: its own, that of a satellite `<environment>-<part>`, or dvlp for an ephemeral
 * stack `dvlp-<ticket>`.
 * @returns undefined when no environment claims the stack; callers must refuse such a stack.
 */
export function environmentOf(stack: string): Environment | undefined {
    const environment = ENVIRONMENTS.find((name) => name === stack);
    return (
        environment ?? satelliteOf(stack)?.environment ?? (ticketOf(stack) === undefined ? undefined : "dvlp")
    );
}

/**
 * The ticket of an ephemeral stack, `t-123` of `dvlp-t-123`. No ticket is called like a part.
 * @returns undefined for every other stack
 */
export function ticketOf(stack: string): string | undefined {
    const ticket = EPHEMERAL.exec(stack)?.[1];
    return PARTS.some((part) => part === ticket) ? undefined : ticket;
}

/** The name of a ticket's ephemeral stack, whether there is one or not; check the ticket by `ticketOf`. */
export function ephemeralStackOf(ticket: string): string {
    return `dvlp-${ticket}`;
}

/** A stack that deploys a part of an environment's platform on its own: `prod-platform`. */
export interface Satellite {
    readonly environment: Environment;
    /** The part that it is named for. */
    readonly part: Part;
}

/** @returns undefined when the stack is none */
export function satelliteOf(stack: string): Satellite | undefined {
    return satellites().find((satellite) => satelliteName(satellite) === stack);
}

/** `prod-platform` */
export function satelliteName({ environment, part }: Satellite): string {
    return `${environment}-${part}`;
}

function satellites(): Satellite[] {
    return ENVIRONMENTS.flatMap((environment) => PARTS.map((part) => ({ environment, part })));
}

/**
 * The name of the platform that a stack is, or is a part of: `prod` for prod and prod-platform alike; an ephemeral
 * stack is a platform of its own. Names in AWS and on the cluster are made of it, so that none of them depends on which
 * stack deploys what.
 */
export function platformOf(stack: string): string {
    return satelliteOf(stack)?.environment ?? stack;
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
