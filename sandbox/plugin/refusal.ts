import type { ServiceAnswer } from "../cloud/types";
import type { Properties } from "../cloud/values";

/** How a service refuses a call: one row of a fake's table. */
export interface Refusal {
    /** The service's own sentence; `{name}` stands for a value of the call. */
    sentence: string;
    /** The service's error code, where several rows share one: EKS says InvalidParameterException to most things. */
    code?: string;
    /** The sentence is the provider's own, not an API's answer: it waited for the service, in vain. */
    fromProvider?: true;
    /** HTTP status of the answer; 400 when left out. */
    status?: number;
    /** The operation that refuses, when it is not the one the verb stands for. */
    operation?: string;
    /** Where the code and the sentence come from: a page of the API's documentation, or of the provider's source. */
    source: string;
}

/** A fake's refusals by the service's error code, or by a name of their own where rows share a code. */
export type Refusals = Record<string, Refusal>;

/** A refused call; the message is what the user reads. */
export class RefusedError extends Error {
    /**
     * @param code the row of the fake's table
     * @param answer the service's own code and sentence
     */
    constructor(
        readonly code: string,
        message: string,
        readonly answer: ServiceAnswer = { code, status: 400, sentence: message },
    ) {
        super(message);
        this.name = "RefusedError";
    }
}

/** Puts the values of a call into a sentence. A value that the sentence does not name is a bug of the fake. */
export function fill(sentence: string, values: Record<string, string | number>): string {
    const unused = Object.keys(values).filter((name) => !sentence.includes(`{${name}}`));
    if (unused.length > 0)
        throw new Error(`the sentence "${sentence}" has no place for ${unused.join(", ")}`);
    return sentence.replace(/\{(\w+)\}/g, (_, name: string) => {
        if (!(name in values)) throw new Error(`the sentence "${sentence}" lacks a value for ${name}`);
        return String(values[name]);
    });
}

/**
 * The object was made or changed, and then did not get ready: the engine keeps it in the state together with the
 * reason, and tries an update the next time.
 */
export class NotReadyError extends Error {
    /** @param code the row of the fake's table */
    constructor(
        readonly id: string,
        readonly properties: Properties,
        readonly code: string,
        message: string,
    ) {
        super(message);
        this.name = "NotReadyError";
    }
}
