import type { Change } from "../cloud/types";
import { fits } from "../cloud/wildcards";
import type { Fault, Selector } from "./fault";

/** The attempts of one call, the first included. Source: pulumi-aws, the provider's `maxRetries`, default 25. */
export const ATTEMPTS = 25;

/** A call, as faults see it. */
export interface Request {
    type: string;
    name: string;
    verb: Change | "read" | "invoke";
    /** `ec2:CreateVpc`; undefined where the call is none of AWS. */
    action?: string;
    /** The caller's ARN. */
    principal: string;
}

/** What has happened in a run so far. */
export interface Counters {
    /** Changes that were begun. */
    steps: number;
    /** By the fault's place in the list: the calls that it could have struck. */
    matched: number[];
    /** By the fault's place in the list: how often it struck. */
    struck: number[];
}

/** A fault that strikes a call. */
export interface Strike {
    fault: Fault;
    /** How often this call is refused because of it; more than once only for a throttle. */
    times: number;
}

export function noCounters(): Counters {
    return { steps: 0, matched: [], struck: [] };
}

/**
 * The faults that strike a call, in the order of the list, and the counters after it.
 * @param counters those before the call; left as they are
 */
export function strike(
    faults: readonly Fault[],
    counters: Counters,
    request: Request,
): { strikes: Strike[]; counters: Counters } {
    const next = structuredClone(counters);
    if (isChange(request.verb)) next.steps++;
    const strikes = faults.flatMap((fault, index) => {
        const times = timesOf(fault, index, next, request);
        if (times === 0) return [];
        next.struck[index] = (next.struck[index] ?? 0) + times;
        return [{ fault, times }];
    });
    return { strikes, counters: next };
}

function timesOf(fault: Fault, index: number, counters: Counters, request: Request): number {
    switch (fault.fault) {
        case "throttle":
            if (!selects(fault, request)) return 0;
            return Math.min(ATTEMPTS, fault.times - (counters.struck[index] ?? 0));
        case "fail":
        case "time-out":
            if (!selects(fault, request)) return 0;
            counters.matched[index] = (counters.matched[index] ?? 0) + 1;
            return counters.matched[index] === fault.nth ? 1 : 0;
        case "deny":
            return forbids(fault, request) ? 1 : 0;
        case "expire-credentials":
            return counters.steps >= fault.step ? 1 : 0;
        case "kill-engine":
        case "lose-state":
            return isChange(request.verb) && counters.steps === fault.step ? 1 : 0;
    }
}

function isChange(verb: Request["verb"]): verb is Change {
    return verb === "create" || verb === "update" || verb === "delete";
}

function selects({ type, name, verb }: Selector, request: Request): boolean {
    if (verb !== request.verb) return false;
    if (name !== undefined && name !== request.name) return false;
    return type === undefined || isOfType(request.type, type);
}

/** `aws:ec2/vpc:Vpc` is meant by `Vpc`, `ec2:Vpc`, `aws:ec2/vpc:Vpc`; not by `VpcEndpoint`, nor the other way. */
function isOfType(token: string, wanted: string): boolean {
    const [, module, kind] = token.split(":");
    const names = [token, kind, `${module.split("/")[0]}:${kind}`];
    return names.some((name) => name.toLowerCase() === wanted.toLowerCase());
}

function forbids({ action, principal }: { action: string; principal?: string }, request: Request): boolean {
    if (request.action === undefined || !fits(action.toLowerCase(), request.action.toLowerCase()))
        return false;
    return principal === undefined || fits(principal, request.principal);
}
