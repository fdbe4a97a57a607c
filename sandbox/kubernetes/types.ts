import type { Call, Caller } from "../plugin/call";
import type { Fake } from "../plugin/fake";
import type { Intent } from "../plugin/package";
import type { Attempt } from "./access";
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

/** The stand-in for one resource type of the Kubernetes provider. */
export interface KubernetesFake extends Fake {
    /** The requests to the API server behind a call, as authorization sees them. */
    attempts(intent: Intent): Attempt[];
    /** Puts an object that every cluster has into the store, once somebody asks for it. */
    appear?(id: string, call: Call): void;
}
