import type { CloudObject } from "../../cloud/account";
import { objects, text } from "../../cloud/values";
import type { Call } from "../../plugin/call";
import { attachedPolicies, roleMay } from "../iam/role-lookup";
import { onCluster } from "./cluster-lookup";
import { EKS_TYPES } from "../types";

/** Why nodes do not become ready: the row of the node group's table. */
export type Trouble = "NodeCreationFailure: join" | "NodeCreationFailure: unhealthy";

/**
 * What keeps the nodes of a role from becoming ready on a cluster.
 * Sources: https://docs.aws.amazon.com/eks/latest/userguide/create-node-role.html (policies),
 * https://docs.aws.amazon.com/eks/latest/userguide/troubleshooting.html (messages),
 * https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateCluster.html (bootstrapSelfManagedAddons).
 */
export function nodeTrouble(cluster: CloudObject, role: CloudObject, call: Call): Trouble | undefined {
    const policies = attachedPolicies(role.id, call).map((arn) => arn.split("/").at(-1) ?? "");
    const isWorker = policies.some((name) => WORKER_POLICIES.includes(name));
    if (!isWorker || !roleMay(role, "ecr:BatchGetImage", call)) return "NodeCreationFailure: join";
    return hasNetwork(cluster, policies, call) ? undefined : "NodeCreationFailure: unhealthy";
}

const WORKER_POLICIES = [
    "AmazonEKSWorkerNodePolicy",
    "AmazonEKSWorkerNodeMinimalPolicy",
    "AdministratorAccess",
];

/** Whether pods can get addresses: a CNI that may ask EC2 for them, and kube-proxy, by which it reaches the API. */
function hasNetwork(cluster: CloudObject, nodePolicies: string[], call: Call): boolean {
    const installed = new Map(
        onCluster(EKS_TYPES.addon, cluster.id, call).map((item) => [item.properties.addonName, item]),
    );
    const selfManaged = cluster.properties.bootstrapSelfManagedAddons !== false;
    if (!selfManaged && !(installed.has("vpc-cni") && installed.has("kube-proxy"))) return false;
    if (nodePolicies.includes("AmazonEKS_CNI_Policy") || nodePolicies.includes("AdministratorAccess"))
        return true;
    if (text(installed.get("vpc-cni")?.properties.serviceAccountRoleArn) !== undefined) return true;
    return installed.has("eks-pod-identity-agent") && cniHasIdentity(cluster.id, call);
}

function cniHasIdentity(clusterName: string, call: Call): boolean {
    const own = onCluster(EKS_TYPES.podIdentityAssociation, clusterName, call);
    const byAddon = onCluster(EKS_TYPES.addon, clusterName, call).flatMap((item) =>
        objects(item.properties.podIdentityAssociations),
    );
    return (
        byAddon.some((item) => item.serviceAccount === "aws-node") ||
        own.some(
            ({ properties }) =>
                properties.namespace === "kube-system" && properties.serviceAccount === "aws-node",
        )
    );
}
