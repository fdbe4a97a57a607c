import { userIdentity } from "../cloud/principal";
import type { ServiceAnswer } from "../cloud/types";
import { ATTEMPTS, type Request, type Strike } from "../faults/strike";
import { wordsOf } from "../faults/words";
import type { Call } from "./call";
import type { Intent, Package } from "./package";

/** What faults do to one call. */
export interface Trouble {
    /** Answers after which the provider tries again. */
    retried: ServiceAnswer[];
    /** The answer that the provider gives up on; undefined: the service does what it is asked. */
    refused?: ServiceAnswer & { attempts?: number };
    /** Whether the answer gets lost. */
    isLost: boolean;
    /** Whether the engine is killed before it gets the answer. */
    killsEngine: boolean;
    /** Whether the state can't be written from now on. */
    losesState: boolean;
}

/** A call as faults see it. */
export function requestOf(pkg: Package, call: Call, { verb }: Intent): Request {
    const { type, name } = call;
    const { arn } = userIdentity(call.caller.principal);
    return { type, name, verb, action: actionOf(pkg, call), principal: arn };
}

/** The action in policies, `ec2:CreateVpc`; undefined where the call is none of AWS. */
function actionOf(pkg: Package, call: Call): string | undefined {
    const prefix = pkg.prefixes?.[call.service];
    return prefix === undefined ? undefined : `${prefix}:${call.operation}`;
}

/** What the faults that strike a call do to it; the first that refuses it counts. */
export function troubleOf(strikes: readonly Strike[], pkg: Package, call: Call): Trouble {
    const trouble: Trouble = { retried: [], isLost: false, killsEngine: false, losesState: false };
    const words = wordsOf(call.service);
    for (const { fault, times } of strikes) {
        if (fault.fault === "lose-state") trouble.losesState = true;
        if (fault.fault === "kill-engine") trouble.killsEngine = true;
        if (fault.fault === "time-out") trouble.isLost = true;
        if (fault.fault === "fail")
            trouble.refused ??= { code: fault.code, status: 500, sentence: fault.message };
        if (fault.fault === "expire-credentials") trouble.refused ??= words.expired;
        if (fault.fault === "deny" && words.denied !== undefined)
            trouble.refused ??= filled(words.denied, pkg, call);
        if (fault.fault === "throttle") {
            const gaveUp = times >= ATTEMPTS;
            const tries = gaveUp ? times - 1 : times;
            trouble.retried.push(...Array.from({ length: tries }, () => words.throttled));
            if (gaveUp) trouble.refused ??= { ...words.throttled, attempts: ATTEMPTS };
        }
    }
    return trouble;
}

/** How the provider says that no answer came. */
export function lostAnswer(pkg: Package, call: Call): string {
    const prefix = pkg.prefixes?.[call.service];
    // Source: net/http's client; aws-sdk-go-v2 puts the operation before it.
    const problem = "context deadline exceeded (Client.Timeout exceeded while awaiting headers)";
    if (prefix === undefined) return problem;
    const url = `https://${prefix}.${call.caller.region}.amazonaws.com/`;
    return `operation error ${call.service}: ${call.operation}, https response error StatusCode: 0, RequestID: , request send failed, Post "${url}": ${problem}`;
}

function filled(answer: ServiceAnswer, pkg: Package, call: Call): ServiceAnswer {
    const { arn } = userIdentity(call.caller.principal);
    const sentence = answer.sentence
        .replaceAll("{user}", arn)
        .replaceAll("{action}", actionOf(pkg, call) ?? call.operation);
    return { ...answer, sentence };
}
