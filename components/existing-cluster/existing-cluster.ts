import type { ExistingClusterConfig } from "../../config";
import type { ClusterConnection } from "../cluster/connection";

/**
 * A cluster that is there already, of kind or minikube. Its kubeconfig stays a path: no credentials get into the state.
 * The identifier is the context's name: a new cluster of the same name is found empty by a refresh.
 */
export function existingCluster({ kubeconfig, context }: ExistingClusterConfig): ClusterConnection {
    return { clusterName: context, kubeconfig, context, identifier: context };
}
