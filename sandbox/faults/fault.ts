import type { Change } from "../cloud/types";

/** Which calls a fault means; what is left out does not matter. */
export interface Selector {
    /** The type, whole, in whatever case: `Vpc`, `ec2:Vpc` or `aws:ec2/vpc:Vpc`; none of them means `VpcEndpoint`. */
    type?: string;
    /** The resource's logical name. */
    name?: string;
    /** Default: create. */
    verb: Change;
}

/** The service answers that there are too many calls; the provider tries again, up to 25 times. */
export interface Throttle extends Selector {
    fault: "throttle";
    /** How many calls are turned away. */
    times: number;
}

/** The service fails: nothing is made, changed or deleted. */
export interface Fail extends Selector {
    fault: "fail";
    /** The how manieth matching call of the run fails, counted from 1. */
    nth: number;
    code: string;
    message: string;
}

/** The service does what it was asked, and its answer gets lost. */
export interface TimeOut extends Selector {
    fault: "time-out";
    nth: number;
}

/** A policy forbids calls of AWS. */
export interface Deny {
    fault: "deny";
    /** As in a policy, `ec2:CreateVpc`, `eks:*`. */
    action: string;
    /** Whom it is forbidden, by ARN with `*` and `?`; default: everybody. */
    principal?: string;
}

/** The caller's credentials end: every call from a step on is refused, reads too. */
export interface ExpireCredentials {
    fault: "expire-credentials";
    /** The how manieth change of the run is the first one refused, counted from 1. */
    step: number;
}

/** The state can't be written any more, from the moment that a step is under way until the engine ends. */
export interface LoseState {
    fault: "lose-state";
    step: number;
}

/** The engine is killed, as by kill -9, when the service has done a step and has not answered yet. */
export interface KillEngine {
    fault: "kill-engine";
    step: number;
}

export type Fault = Throttle | Fail | TimeOut | Deny | ExpireCredentials | LoseState | KillEngine;

/** How a fault is called in messages, `throttle Subnet create`. */
export function describeFault(fault: Fault): string {
    switch (fault.fault) {
        case "deny":
            return `deny ${fault.action}`;
        case "expire-credentials":
        case "kill-engine":
        case "lose-state":
            return `${fault.fault} at step ${fault.step}`;
        default: {
            const what = [fault.type, fault.name, fault.verb].filter((word) => word !== undefined).join(" ");
            return `${fault.fault} ${what}`;
        }
    }
}
