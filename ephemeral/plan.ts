import { ephemeralStackOf } from "../environments";
import { ConfigError, loadConfig } from "../config";
import { overlaps, parseRange } from "../config/cidr";
import { daysAfter } from "../config/day";
import { LONGEST_LIFE } from "../config/rules/ephemeral";
import { freeRanges, POOL } from "./pool";
import { amendedFile, derivedFile, engineValues, settingsIn, type EphemeralSettings } from "./stack-file";
import type { EphemeralStack } from "./stacks";
import { UserError } from "../command-line/user-error";

/** Days that a stack lives unless told otherwise: from a Friday over the weekend. */
export const DAYS = 3;

/** VPCs and Elastic IPs of an account in a region, unless AWS raised the quota (docs/aws.md); a stack takes one of each. */
const QUOTA = 5;

/** What `up` is asked for, and what there is. */
export interface Situation {
    ticket: string;
    /** Default: as it is; dvlp's for a new stack. */
    owner?: string;
    /** From today. Default: the day stays; 3 for a new stack. */
    days?: number;
    /** `2026-11-21`, in UTC. */
    today: string;
    /** The content of dvlp's file. */
    dvlp: string;
    /** The content of the stack's own file, where there is one. */
    own?: string;
    /** Every ephemeral stack that there is, this one too. */
    stacks: readonly EphemeralStack[];
    /** Ranges of the environments, and of networks that they are connected to. */
    reserved: readonly string[];
    /** Ranges that were claimed by two at the same moment: this stack gives way. Default: none. */
    contested?: readonly string[];
}

export interface UpPlan {
    stack: string;
    /** Whether the backend has the stack already. */
    exists: boolean;
    /** Whether it has resources: its range stays then. */
    settled: boolean;
    settings: EphemeralSettings;
    /** The content of the stack's file. */
    file: string;
    /** What the person should know before anything is made. */
    warnings: string[];
}

/**
 * What `up` does.
 * @throws UserError when it can't be done, with everything that is wrong with it
 */
export function planUp(situation: Situation): UpPlan {
    const { ticket, today, dvlp, own, stacks } = situation;
    const stack = ephemeralStackOf(ticket);
    const name = `Pulumi.${stack}.yaml`;
    const current = stacks.find((one) => one.stack === stack);
    const before = { ...(own === undefined ? {} : settingsIn(name, own)), ...defined(current ?? {}) };
    const settings: EphemeralSettings = {
        ticket,
        owner: situation.owner ?? before.owner ?? settingsIn("Pulumi.dvlp.yaml", dvlp).owner ?? "",
        expires: expiry(situation, before.expires),
        cidr: rangeFor(situation, before.cidr),
    };
    const file = own === undefined ? derivedFile(dvlp, settings) : amendedFile(name, own, settings);
    checkConfiguration(stack, engineValues(name, file), today);
    const exists = current !== undefined;
    return {
        stack,
        exists,
        settled: isSettled(current),
        settings,
        file,
        warnings: warningsOf(situation, stack),
    };
}

function expiry({ days, today, ticket }: Situation, before: string | undefined): string {
    if (days !== undefined) return daysAfter(today, days);
    if (before === undefined) return daysAfter(today, DAYS);
    if (before >= today) return before;
    throw new UserError(
        `The stack of ticket ${ticket} expired on ${before}: it is not updated any more.\n` +
            `Remove it:              npm run ephemeral -- down ${ticket}\n` +
            `Or give it more days:   npm run ephemeral -- up ${ticket} --days ${DAYS}   (at most ${LONGEST_LIFE})`,
    );
}

/**
 * The range that the stack has, or the first that is free. Where two claimed the same one at the same moment, both give
 * way and look elsewhere, each from a place of its own, so that they do not meet again.
 */
function rangeFor(situation: Situation, before: string | undefined): string {
    const { ticket, stacks, reserved, contested = [] } = situation;
    const stack = ephemeralStackOf(ticket);
    const others = stacks.filter((one) => one.stack !== stack);
    const held = others.flatMap(({ cidr }) => (cidr === undefined ? [] : [cidr]));
    const free = freeRanges([...reserved, ...held].filter(isRange));
    const disputed =
        before !== undefined && (contested.includes(before) || clashes(before, [...reserved, ...held]));
    const settled = isSettled(stacks.find((one) => one.stack === stack));
    if (before !== undefined && (settled || !disputed)) return before;
    const choice = free.filter((cidr) => !contested.includes(cidr));
    if (choice.length === 0) throw poolUsedUp(others);
    return contested.length === 0 ? choice[0] : choice[placeOf(stack) % choice.length];
}

/** Once there is a VPC its range stays: another one would replace it, and all that is in it. */
function isSettled(stack: EphemeralStack | undefined): boolean {
    return stack !== undefined && stack.resources > 0;
}

function clashes(cidr: string, others: readonly string[]): boolean {
    const range = parseRange(cidr);
    return others.some((other) => {
        const taken = parseRange(other);
        return range !== undefined && taken !== undefined && overlaps(range, taken);
    });
}

function isRange(cidr: string): boolean {
    return parseRange(cidr) !== undefined;
}

/** A number that a name always has. */
function placeOf(stack: string): number {
    return [...stack].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 65_521, 7);
}

function poolUsedUp(others: readonly EphemeralStack[]): UserError {
    const lines = others
        .filter(({ cidr }) => cidr !== undefined)
        .map(
            ({ cidr, expires = "no end", owner = "nobody named", ticket }) =>
                `  ${String(cidr).padEnd(15)}  ${ticket.padEnd(20)}  ${expires.padEnd(10)}  ${owner}`,
        );
    return new UserError(
        [
            `No range of ${POOL} is free for one more stack. It is held by:`,
            ...lines,
            "Remove what nobody needs: npm run ephemeral -- down TICKET, or down --expired.",
        ].join("\n"),
    );
}

/** The program would refuse it too, but only when the stack is there. */
function checkConfiguration(stack: string, values: Record<string, string>, today: string): void {
    try {
        loadConfig(stack, values, [], today);
    } catch (error) {
        throw error instanceof ConfigError ? new UserError(error.message) : error;
    }
}

function warningsOf({ stacks }: Situation, stack: string): string[] {
    const withNetwork = new Set([
        ...stacks.filter(({ cidr }) => cidr !== undefined).map((one) => one.stack),
        stack,
    ]);
    // dvlp's own is one more, and the default VPC another.
    const vpcs = withNetwork.size + 2;
    if (vpcs <= QUOTA) return [];
    return [
        `With dvlp and the account's default VPC this makes ${vpcs} VPCs; AWS allows ${QUOTA} in a region unless the ` +
            "quota was raised. Above it the up ends with VpcLimitExceeded: see docs/ephemeral.md.",
    ];
}

/** Without the keys that are undefined, so that they hide nothing when spread. */
function defined<T extends object>(value: T): Partial<T> {
    return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined)) as Partial<T>;
}
