import { at, objects } from "../cloud/values";
import { LOCAL_CLUSTER } from "../local/cluster";
import type { Call } from "../plugin/call";
import { callerOf, isUnreachable } from "./connection";

const NODE_GROUP = "aws:eks/nodeGroup:NodeGroup";

/** Whether the cluster has nodes: a local cluster's own, or a managed node group that wants at least one. */
export function hasNodes(call: Call): boolean {
    const { connection } = callerOf(call);
    if (isUnreachable(connection)) return false;
    const { cluster } = connection;
    if (cluster.type === LOCAL_CLUSTER)
        return objects(cluster.properties.nodes).some(({ ready }) => ready === true);
    return call.account
        .list(NODE_GROUP, cluster.region)
        .some(
            ({ properties }) =>
                properties.clusterName === cluster.properties.name &&
                Number(at(properties, "scalingConfig.desiredSize") ?? 0) > 0,
        );
}
