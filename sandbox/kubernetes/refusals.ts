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

/** What the provider says of objects on a cluster that it cannot reach. */
export const UNREACHABLE: Refusals = {
    ...UNREACHABLE_READ,
    UnreachableWrite: {
        sentence: "configured Kubernetes cluster is unreachable: {reason}",
        fromProvider: true,
        source: "pulumi-kubernetes provider/pkg/provider/provider.go, Create and Update",
    },
    UnreachableDelete: {
        sentence:
            "configured Kubernetes cluster is unreachable. If the cluster was deleted, you can remove this " +
            "resource from Pulumi state by rerunning the operation with the PULUMI_K8S_DELETE_UNREACHABLE " +
            'environment variable set to "true"',
        fromProvider: true,
        source: "pulumi-kubernetes provider/pkg/provider/provider.go, Delete",
    },
};

/**
 * What the provider adds where an object is there already.
 * Source: pulumi-kubernetes provider/pkg/await/await.go, Creation.
 */
export const ALREADY_THERE =
    "\n\nThe resource already exists in the cluster. This can happen when:\n\n" +
    "  - Renaming a Pulumi resource: use an alias to preserve the identity,\n" +
    "    or use deleteBeforeReplace if the resource needs replacement.\n" +
    "  - Managing an existing resource: use a Patch resource (e.g. NamespacePatch)\n" +
    "    to manage specific fields without owning the resource lifecycle.\n" +
    "  - Adopting a resource into Pulumi: use `pulumi import`. Note that\n" +
    "    protected resources (e.g. kube-system) cannot be deleted on destroy.\n" +
    "  - Intentional upsert: set upsertExistingObjects on the provider to allow\n" +
    "    server-side apply to update existing objects on create.";
