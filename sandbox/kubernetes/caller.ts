import type { Caller } from "../plugin/call";
import type { Connection, Unreachable } from "./connection";

/** The caller of the Kubernetes stand-in: what `configure` found out. */
export interface KubernetesCaller extends Caller {
    /** Settled once, when the provider is configured, as in the real one: who comes too early stays outside. */
    connection: Connection | Unreachable;
    /** Whether objects of an unreachable cluster are dropped from the state. */
    deleteUnreachable: boolean;
    /** Where objects go that name no namespace. */
    namespace: string;
}

export function asKubernetes(caller: Caller): KubernetesCaller {
    return caller as KubernetesCaller;
}
