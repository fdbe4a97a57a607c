import type { Call } from "../plugin/call";
import type { Fake } from "../plugin/fake";
import type { Intent } from "../plugin/package";
import type { Refusals } from "../plugin/refusal";
import type { Attempt } from "./access";

/** The stand-in for one resource type of the Kubernetes provider. */
export interface KubernetesFake extends Fake {
    /** The requests to the API server behind a call, as authorization sees them. */
    attempts(intent: Intent): Attempt[];
    /** Puts an object that every cluster has into the store, once somebody asks for it. */
    appear?(id: string, call: Call): void;
}

/** The row that every type's table holds: who may not is refused before the fake is asked. */
export const FORBIDDEN: Refusals = {
    Forbidden: {
        sentence: "{sentence}",
        status: 403,
        fromProvider: true,
        source: "https://kubernetes.io/docs/reference/access-authn-authz/authorization/",
    },
};

/** What the provider says to a read of a cluster that it cannot reach. */
export const UNREACHABLE_READ: Refusals = {
    UnreachableRead: {
        sentence:
            "failed to read resource state due to unreachable cluster. If the cluster was deleted, you can remove " +
            "this resource from Pulumi state by rerunning the operation with the PULUMI_K8S_DELETE_UNREACHABLE " +
            'environment variable set to "true"',
        fromProvider: true,
        source: "pulumi-kubernetes provider/pkg/provider/provider.go, Read",
    },
};
