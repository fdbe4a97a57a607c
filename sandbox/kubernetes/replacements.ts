import type { Gvk } from "./api/gvk";
import type { Replacements } from "../plugin/replacement";

const SOURCE = "pulumi-kubernetes provider/pkg/provider/diff.go";

/** Every object is replaced when it gets another name or goes to another namespace. */
const IDENTITY = rows("metadataForceNewProperties", "metadata.name", "metadata.namespace");

const CONTAINER = [
    "args",
    "command",
    "env",
    "image",
    "imagePullPolicy",
    "lifecycle",
    "livenessProbe",
    "ports",
    "readinessProbe",
    "resources",
    "securityContext",
    "stdin",
    "stdinOnce",
    "terminationMessagePath",
    "terminationMessagePolicy",
    "tty",
    "volumeDevices",
    "volumeMounts",
    "workingDir",
];

const POD = [
    "affinity",
    "automountServiceAccountToken",
    "dnsConfig",
    "dnsPolicy",
    "enableServiceLinks",
    "hostAliases",
    "hostIPC",
    "hostNetwork",
    "hostPID",
    "hostname",
    "imagePullSecrets",
    "nodeName",
    "nodeSelector",
    "overhead",
    "preemptionPolicy",
    "priority",
    "priorityClassName",
    "readinessGates",
    "restartPolicy",
    "runtimeClassName",
    "schedulerName",
    "securityContext",
    "serviceAccount",
    "serviceAccountName",
    "shareProcessNamespace",
    "subdomain",
    "terminationGracePeriodSeconds",
    "volumes",
];

const VOLUME_SOURCES = [
    "awsElasticBlockStore",
    "azureDisk",
    "azureFile",
    "cephfs",
    "cinder",
    "csi",
    "fc",
    "flexVolume",
    "flocker",
    "gcePersistentDisk",
    "glusterfs",
    "hostPath",
    "iscsi",
    "local",
    "nfs",
    "photonPersistentDisk",
    "portworxVolume",
    "quobyte",
    "rbd",
    "scaleIO",
    "storageos",
    "vsphereVolume",
];

/** The provider's table `forceNew`, by API version and kind; versions that no API server has any more are left out. */
const BY_KIND: Readonly<Record<string, Replacements>> = {
    "apps/v1/DaemonSet": rows("daemonset", "spec.selector"),
    "apps/v1/Deployment": rows("deployment", "spec.selector"),
    "apps/v1/StatefulSet": rows(
        "statefulSet",
        "spec.podManagementPolicy",
        "spec.revisionHistoryLimit",
        "spec.selector",
        "spec.serviceName",
        "spec.volumeClaimTemplates",
    ),
    "batch/v1/Job": rows("job", "spec.completions", "spec.parallelism", "spec.selector", "spec.template"),
    "rbac.authorization.k8s.io/v1/ClusterRoleBinding": rows("roleBinding", "roleRef"),
    "rbac.authorization.k8s.io/v1/RoleBinding": rows("roleBinding", "roleRef"),
    "storage.k8s.io/v1/StorageClass": rows("storage.k8s.io", "parameters", "provisioner"),
    "/v1/ConfigMap": rows("forceNewProperties (IsConfigMap)", "binaryData", "data"),
    "/v1/PersistentVolume": rows("core", ...VOLUME_SOURCES.map((name) => `spec.${name}`)),
    "/v1/PersistentVolumeClaim": rows(
        "core",
        "spec.accessModes",
        "spec.selector",
        "spec.storageClassName",
        "spec.volumeName",
    ),
    "/v1/Pod": rows(
        "core (containerForceNewProperties)",
        ...POD.map((name) => `spec.${name}`),
        ...CONTAINER.flatMap((name) => [`spec.containers.${name}`, `spec.initContainers.${name}`]),
    ),
    "/v1/ResourceQuota": rows("core", "spec.scopes"),
    "/v1/Secret": rows("forceNewProperties (IsSecret)", "type", "stringData", "data"),
    "/v1/Service": rows("core", "spec.clusterIP"),
};

/** What replaces an object of a kind. */
export function replacementsOf({ group, version, kind }: Gvk): Replacements {
    return { ...IDENTITY, ...BY_KIND[`${group}/${version}/${kind}`] };
}

function rows(word: string, ...paths: string[]): Replacements {
    return Object.fromEntries(paths.map((path) => [path, `${SOURCE}, ${word}`]));
}
