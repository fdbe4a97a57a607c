import type { Account, CloudObject } from "../cloud/account";
import type { Properties } from "../cloud/values";
import type { Call, Caller } from "../plugin/call";
import type { Fake } from "../plugin/fake";
import type { Intent } from "../plugin/package";

/** A cluster that can be reached, and who calls it. */
export interface Connection {
    /** The account that the cluster stands in. */
    account: Account;
    cluster: CloudObject;
    /** The pretended region in which the cluster's objects live. */
    region: string;
    /** The IAM principal behind the token. */
    principalArn: string;
}

/** Why a cluster cannot be reached, in client-go's words. */
export interface Unreachable {
    reason: string;
}

/** The caller of the Kubernetes stand-in: what `configure` found out. */
export interface KubernetesCaller extends Caller {
    /** Settled once, when the provider is configured, as in the real one: who comes too early stays outside. */
    connection: Connection | Unreachable;
    /** Whether objects of an unreachable cluster are dropped from the state. */
    deleteUnreachable: boolean;
    /** Where objects go that name no namespace. */
    namespace: string;
}

/** A request to the API server, as authorization sees it. */
export interface Attempt {
    verb: "get" | "list" | "create" | "patch" | "delete";
    /** `namespaces`, `secrets`; with its group where it has one: `clusterroles.rbac.authorization.k8s.io`. */
    resource: string;
    /** The namespace of the request; for a namespace that is read, changed or deleted it is its own name. */
    namespace?: string;
    /** The object's name; none for lists and creates. */
    name?: string;
    /** What the client says before the API server's sentence, `create: failed to create: `. */
    said?: string;
}

/** The stand-in for one resource type of the Kubernetes provider. */
export interface KubernetesFake extends Fake {
    /** The requests to the API server behind a call, as authorization sees them. */
    attempts(intent: Intent, call: Call): Attempt[];
    /** Puts an object that every cluster has into the store, once somebody asks for it. */
    appear?(id: string, call: Call): void;
}

/** An object that a chart renders. */
export interface ChartObject {
    kind: string;
    apiVersion: string;
    name: string;
    /** Left out for objects of the whole cluster. */
    namespace?: string;
}

/** A chart whose versions and objects the sandbox knows. */
export interface KnownChart {
    name: string;
    /** Without a slash at the end. */
    repository: string;
    /** The application's version by the chart's. */
    appVersions: Readonly<Record<string, string>>;
    objects(release: { name: string; namespace: string }, values: Properties): ChartObject[];
}
