import type { CloudObject } from "../../cloud/account";
import { at, text } from "../../cloud/values";
import type { Call } from "../../plugin/call";
import type { Refusal } from "../../plugin/refusal";
import { EKS_TYPES } from "../types";

/** The row that every fake of something on a cluster has under ResourceNotFoundException. */
export const CLUSTER_NOT_FOUND: Refusal = {
    sentence: "No cluster found for name: {name}.",
    status: 404,
    source: "https://docs.aws.amazon.com/eks/latest/APIReference/API_DescribeCluster.html",
};

/** The cluster that a resource names, or a refusal with the row ResourceNotFoundException. */
export function requireCluster(name: string, call: Call): CloudObject {
    return call.require(EKS_TYPES.cluster, name, "ResourceNotFoundException", { name });
}

/** What stands on a cluster, of one type. */
export function onCluster(
    type: (typeof EKS_TYPES)[keyof typeof EKS_TYPES],
    clusterName: string,
    call: Call,
): CloudObject[] {
    return call.list(type).filter((object) => object.properties.clusterName === clusterName);
}

/** Whether some node group of the cluster has nodes. */
export function hasNodes(clusterName: string, call: Call): boolean {
    return onCluster(EKS_TYPES.nodeGroup, clusterName, call).some(
        (group) => Number(at(group.properties, "scalingConfig.desiredSize")) > 0,
    );
}

/** `API`, `API_AND_CONFIG_MAP` or `CONFIG_MAP`. */
export function authenticationMode(cluster: CloudObject): string {
    return text(at(cluster.properties, "accessConfig.authenticationMode")) ?? "CONFIG_MAP";
}
