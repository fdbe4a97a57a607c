import { Provider } from "@pulumi/kubernetes/provider";
import * as pulumi from "@pulumi/pulumi";

/** How the Kubernetes side reaches a cluster, whoever made it: text, and what has to be there before. */
export interface ClusterConnection {
    readonly clusterName: pulumi.Input<string>;
    /** The text of a kubeconfig, or the path of one. */
    readonly kubeconfig: pulumi.Input<string>;
    /** The context in it. Default: its current one. */
    readonly context?: pulumi.Input<string>;
    /** Known at preview, and another one only when the cluster really is another one: everything on it is replaced then. */
    readonly identifier: pulumi.Input<string>;
    /** What has to exist before anything goes to the cluster: access, nodes, add-ons. Default: nothing. */
    readonly ready?: readonly pulumi.Resource[];
}

/** The provider's logical name. */
const NAME = "cluster-kubernetes";

/**
 * The provider that everything Kubernetes goes through. It belongs to the stack and to no component, with the same
 * inputs wherever the cluster comes from: its URN, and so what is on the cluster, stays what it is when a part moves to
 * another stack.
 */
export function kubernetesProvider(connection: ClusterConnection): Provider {
    const { kubeconfig, context, identifier, ready = [] } = connection;
    return new Provider(
        NAME,
        { kubeconfig, context, clusterIdentifier: identifier },
        { dependsOn: [...ready], aliases: [{ parent: formerParent() }] },
    );
}

/** It was a child of the Cluster component before parts could be apart. */
function formerParent(): string {
    return `urn:pulumi:${pulumi.getStack()}::${pulumi.getProject()}::core-platform:cluster:Cluster::cluster`;
}
