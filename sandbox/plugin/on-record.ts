import { record, type TrailEvent } from "../cloud/trail";
import { userIdentity } from "../cloud/principal";
import type { ServiceAnswer } from "../cloud/types";
import type { Call } from "./call";
import type { Intent, Package } from "./package";
import { RefusedError } from "./refusal";

/** Does what a service is asked for, and puts the call on record, as it ends. Within a transaction. */
export function onRecord<T>(pkg: Package, call: Call, intent: Intent, action: () => T): T {
    try {
        const answer = action();
        note(pkg, call, { ...intent, id: intent.id ?? idOf(answer) });
        return answer;
    } catch (error) {
        note(pkg, call, intent, error instanceof RefusedError ? error.answer : FAILURE);
        throw error;
    }
}

/** Puts a call on record without making it. */
export function note(pkg: Package, call: Call, intent: Intent, refused?: ServiceAnswer): void {
    const prefix = pkg.prefixes?.[call.service];
    const event: TrailEvent = {
        eventTime: new Date().toISOString(),
        eventSource: prefix === undefined ? "kubernetes" : `${prefix}.amazonaws.com`,
        eventName: call.operation,
        awsRegion: call.caller.region,
        userIdentity: userIdentity(call.caller.principal, call.caller.session),
        readOnly: intent.verb === "read" || intent.verb === "invoke",
        resources: [{ type: call.type, ...(intent.id !== undefined && { id: intent.id }) }],
        ...(refused !== undefined && {
            errorCode: errorCode(prefix, refused),
            errorMessage: refused.sentence,
        }),
        ...(call.urn !== "" && { urn: call.urn }),
    };
    record(call.account, event);
}

/** A mistake of a fake, not of its caller. */
const FAILURE: ServiceAnswer = {
    code: "InternalFailure",
    status: 500,
    sentence: "An internal error has occurred",
};

/** EC2's errors bear their side. Source: https://github.com/kubernetes-sigs/karpenter/issues/2813 (an event as it was). */
function errorCode(prefix: string | undefined, { code, status }: ServiceAnswer): string {
    if (prefix !== "ec2") return code;
    return `${status >= 500 ? "Server" : "Client"}.${code}`;
}

/** The id of a new object among a service's answers. */
function idOf(answer: unknown): string | undefined {
    const isNew = typeof answer === "object" && answer !== null && "id" in answer;
    return isNew && typeof answer.id === "string" ? answer.id : undefined;
}
