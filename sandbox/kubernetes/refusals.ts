import type { Refusals } from "../plugin/refusal";

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
