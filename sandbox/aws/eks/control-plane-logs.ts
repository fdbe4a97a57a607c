import type { CloudObject } from "../../cloud/account";
import { strings, text, type Properties } from "../../cloud/values";
import type { Call } from "../../plugin/call";
import { unmanagedLogGroup } from "../cloudwatch/log-group-defaults";
import { roleByArn, roleMay } from "../iam/role-lookup";
import { EKS_TYPES, LOG_GROUP } from "../types";

/**
 * What EKS does with the log group of a control plane. It makes one that keeps everything when there is none, and
 * writes its last logs after the cluster is gone: a group deleted right after the cluster comes back. Both only
 * while the cluster's role may call logs:CreateLogGroup.
 * Sources: https://docs.aws.amazon.com/eks/latest/userguide/control-plane-logs.html;
 * https://github.com/terraform-aws-modules/terraform-aws-eks (the deny policy in main.tf, and its FAQ).
 */

/** Set on a group whose cluster is gone and may still write to it. */
const LAST_LOGS = "lastLogsComing";

/** The name of the log group that a cluster writes to. */
export function controlPlaneLogGroup(clusterName: string): string {
    return `/aws/eks/${clusterName}/cluster`;
}

/** Makes the group that a cluster writes to, where there is none. */
export function ensureLogGroup(cluster: Properties, call: Call): void {
    const name = controlPlaneLogGroup(text(cluster.name) ?? "");
    if (call.find(LOG_GROUP, name) !== undefined || !writesLogs(cluster, call)) return;
    call.put({ type: LOG_GROUP, id: name, properties: unmanagedLogGroup(name, call.caller) });
}

/** Remembers, when a cluster goes, that its last logs are still to come. */
export function leaveLastLogs(cluster: CloudObject, call: Call): void {
    const group = call.find(LOG_GROUP, controlPlaneLogGroup(cluster.id));
    if (group === undefined || !writesLogs(cluster.properties, call)) return;
    call.account.put({ ...group, internal: { ...group.internal, [LAST_LOGS]: true } });
}

/** Whether EKS makes a log group again that is about to be deleted. */
export function recreatedByEks(group: CloudObject, call: Call): boolean {
    if (group.internal?.[LAST_LOGS] === true) return true;
    const clusterName = /^\/aws\/eks\/([^/]+)\/cluster$/.exec(group.id)?.[1];
    const cluster = clusterName === undefined ? undefined : call.find(EKS_TYPES.cluster, clusterName);
    return cluster !== undefined && writesLogs(cluster.properties, call);
}

function writesLogs(cluster: Properties, call: Call): boolean {
    if (strings(cluster.enabledClusterLogTypes).length === 0) return false;
    const role = roleByArn(text(cluster.roleArn) ?? "", call);
    return role !== undefined && roleMay(role, "logs:CreateLogGroup", call);
}
