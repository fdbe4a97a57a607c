import { metadataOf, metadataProblems } from "../object-metadata";
import { dns1035Problems, labelNameProblems, pathSegmentProblems, subdomainProblems } from "../object-names";
import type { Gvk } from "../api/gvk";
import { configMap, secret, storageClass } from "./data";
import { customResourceDefinition } from "./definitions";
import type { Rule } from "./problem";
import { clusterRole, clusterRoleBinding, role, roleBinding } from "./rbac";
import { ingress, podDisruptionBudget, service } from "./services";
import { cronJob, job, pod, statefulSet, workload } from "./workloads";

/** What API servers look at beyond the schema, by group and kind; in every version of it. */
const RULES: Readonly<Record<string, Rule>> = {
    "/ConfigMap": configMap,
    "/Pod": pod,
    "/Secret": secret,
    "/Service": service,
    "apiextensions.k8s.io/CustomResourceDefinition": customResourceDefinition,
    "apps/DaemonSet": workload("daemonset"),
    "apps/Deployment": workload("deployment"),
    "apps/ReplicaSet": workload("deployment"),
    "apps/StatefulSet": statefulSet,
    "batch/CronJob": cronJob,
    "batch/Job": job,
    "networking.k8s.io/Ingress": ingress,
    "policy/PodDisruptionBudget": podDisruptionBudget,
    "rbac.authorization.k8s.io/ClusterRole": clusterRole,
    "rbac.authorization.k8s.io/ClusterRoleBinding": clusterRoleBinding,
    "rbac.authorization.k8s.io/Role": role,
    "rbac.authorization.k8s.io/RoleBinding": roleBinding,
    "storage.k8s.io/StorageClass": storageClass,
};

/**
 * Kinds whose name is anything but a DNS subdomain.
 * Source: kubernetes pkg/apis/core/validation/validation.go (ValidateNamespaceName, ValidateServiceName),
 * pkg/apis/rbac/validation/validation.go (ValidateRBACName).
 */
const NAMES: Readonly<Record<string, (name: string) => string[]>> = {
    "/Namespace": labelNameProblems,
    "/Service": dns1035Problems,
    "rbac.authorization.k8s.io/ClusterRole": pathSegmentProblems,
    "rbac.authorization.k8s.io/ClusterRoleBinding": pathSegmentProblems,
    "rbac.authorization.k8s.io/Role": pathSegmentProblems,
    "rbac.authorization.k8s.io/RoleBinding": pathSegmentProblems,
};

/** Everything that is wrong with the metadata and the values of an object, as one API server says it. */
export function rulesOf({ group, kind }: Pick<Gvk, "group" | "kind">): Rule {
    const key = `${group}/${kind}`;
    const isRightName = NAMES[key] ?? subdomainProblems;
    return (object, before) => [
        ...metadataProblems(metadataOf(object), isRightName),
        ...(RULES[key]?.(object, before) ?? []),
    ];
}
