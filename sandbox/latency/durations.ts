import type { Change } from "../cloud/types";
import type { Properties } from "../cloud/values";
import { API_CALL, rowOf } from "./table";

/** How long a call takes on AWS. */
export interface Duration {
    /** From the request until the provider says that it is done. */
    seconds: number;
    /** `AWS: ` and a page, `log: ` and somebody's run, `estimate: ` and the reason. */
    source: string;
}

/**
 * How long a call takes on AWS until its provider says that it is done.
 * @param type Pulumi's type token, `aws:eks/cluster:Cluster`; one without a row takes as long as one API call
 * @param inputs tell kinds of a type apart: interface endpoints from gateway endpoints, one add-on from another
 */
export function durationOf(type: string, verb: Change, inputs: Properties = {}): Duration {
    const [seconds, source] = rowOf(type, inputs)?.[verb] ?? API_CALL;
    return { seconds, source };
}

/**
 * SANDBOX_LATENCY: how much of AWS's time calls take in the sandbox. 0, the default: none; 1: all of it; 0.01: a
 * control plane in 5 s.
 * @throws Error when it is not a number from 0 up
 */
export function latencyScale(environment: NodeJS.ProcessEnv): number {
    const text = environment.SANDBOX_LATENCY?.trim() ?? "";
    if (text === "") return 0;
    if (!/^(\d+\.?\d*|\.\d+)$/.test(text))
        throw new Error(
            `SANDBOX_LATENCY: "${text}" is not a number from 0 up. Write 0 for no waiting, 1 for AWS's own ` +
                "time, 0.01 for a hundredth of it, or unset the variable.",
        );
    return Number(text);
}
