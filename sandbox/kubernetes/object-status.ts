import { at, isObject, objects, text, type Properties, type Value } from "../cloud/values";
import { LOCAL_CLUSTER } from "../local/cluster";
import type { Call } from "../plugin/call";
import { callerOf, isUnreachable } from "./connection";
import { groupKind, type Gvk } from "./api/gvk";
import { metadataOf } from "./object-metadata";

/**
 * What API servers fill in where an object says nothing, of what programs read; far from all of it.
 * Source: kubernetes pkg/apis/<group>/<version>/defaults.go; apiextensions-apiserver pkg/apis/apiextensions/v1/defaults.go.
 */
const DEFAULTS: Readonly<Record<string, (object: Properties) => Properties>> = {
    "DaemonSet.apps": ({ spec }) => ({ spec: over({ revisionHistoryLimit: 10 }, spec) }),
    "Deployment.apps": ({ spec }) => ({
        spec: over({ replicas: 1, revisionHistoryLimit: 10, progressDeadlineSeconds: 600 }, spec),
    }),
    "StatefulSet.apps": ({ spec }) => ({
        spec: over({ replicas: 1, revisionHistoryLimit: 10, podManagementPolicy: "OrderedReady" }, spec),
    }),
    "ReplicaSet.apps": ({ spec }) => ({ spec: over({ replicas: 1 }, spec) }),
    "Job.batch": ({ spec }) => ({ spec: over({ backoffLimit: 6, completions: 1, parallelism: 1 }, spec) }),
    Secret: ({ type }) => ({ type: type ?? "Opaque" }),
    Service: ({ spec }) => ({ spec: over({ type: "ClusterIP", sessionAffinity: "None" }, spec) }),
    "StorageClass.storage.k8s.io": ({ reclaimPolicy, volumeBindingMode }) => ({
        reclaimPolicy: reclaimPolicy ?? "Delete",
        volumeBindingMode: volumeBindingMode ?? "Immediate",
    }),
    "RoleBinding.rbac.authorization.k8s.io": bindingDefaults,
    "ClusterRoleBinding.rbac.authorization.k8s.io": bindingDefaults,
    "CustomResourceDefinition.apiextensions.k8s.io": ({ spec }) => {
        const kind = text(at({ spec: spec ?? null }, "spec.names.kind")) ?? "";
        const names = isObject(spec) && isObject(spec.names) ? spec.names : {};
        const filled = { singular: kind.toLowerCase(), listKind: `${kind}List`, ...names };
        return { spec: { ...over({ conversion: { strategy: "None" } }, spec), names: filled } };
    },
};

/** The object with what the API server fills in. */
export function withDefaults(gvk: Gvk, object: Properties): Properties {
    return { ...object, ...DEFAULTS[groupKind(gvk)]?.(object) };
}

function over(defaults: Properties, given: Value | undefined): Properties {
    return { ...defaults, ...(isObject(given) ? given : {}) };
}

/** An empty group is filled in with RBAC's own. Source: kubernetes pkg/apis/rbac/v1/defaults.go. */
function bindingDefaults({ roleRef, subjects }: Properties): Properties {
    const apiGroup = "rbac.authorization.k8s.io";
    return {
        roleRef: over({ apiGroup }, roleRef),
        ...(Array.isArray(subjects) && {
            subjects: objects(subjects).map((subject) =>
                subject.kind === "ServiceAccount" ? subject : over({ apiGroup }, subject),
            ),
        }),
    };
}

/**
 * What controllers make of an object soon after it was written, of what programs read: its status, and the addresses
 * of a Service. The wait for it is `readiness`.
 * @param before the object as it stood; absent when it is new
 */
export function settled(
    gvk: Gvk,
    object: Properties,
    before: Properties | undefined,
    call: Call,
): Properties {
    switch (groupKind(gvk)) {
        case "Deployment.apps":
        case "StatefulSet.apps":
        case "ReplicaSet.apps": {
            const replicas = at(object, "spec.replicas") ?? 1;
            return {
                ...object,
                status: {
                    replicas,
                    readyReplicas: replicas,
                    availableReplicas: replicas,
                    updatedReplicas: replicas,
                },
            };
        }
        case "Job.batch":
            return { ...object, status: { succeeded: at(object, "spec.completions") ?? 1 } };
        case "Pod":
            return { ...object, status: { phase: "Running" } };
        case "Namespace":
            return { ...object, status: { phase: "Active" } };
        case "PersistentVolumeClaim":
            return { ...object, status: { phase: "Bound" } };
        case "PersistentVolume":
            return { ...object, status: { phase: "Available" } };
        case "Service":
            return settledService(object, before, call);
        case "CustomResourceDefinition.apiextensions.k8s.io":
            return settledDefinition(object, before);
        default:
            return object;
    }
}

function settledService(object: Properties, before: Properties | undefined, call: Call): Properties {
    const spec = isObject(object.spec) ? object.spec : {};
    const isBalanced = spec.type === "LoadBalancer" && hasLoadBalancers(call);
    const status: Properties = {
        loadBalancer: isBalanced ? { ingress: [{ hostname: loadBalancerHost(object, call) }] } : {},
    };
    if (spec.type === "ExternalName") return { ...object, status };
    const clusterIP = spec.clusterIP ?? at(before ?? {}, "spec.clusterIP") ?? freeAddress(call);
    return { ...object, spec: { ...spec, clusterIP, clusterIPs: [clusterIP] }, status };
}

/**
 * Whether the cluster gets balancers for Services: kind makes none by itself.
 * Source: https://kind.sigs.k8s.io/docs/user/loadbalancer/
 */
export function hasLoadBalancers(call: Call): boolean {
    const { connection } = callerOf(call);
    return isUnreachable(connection) || connection.cluster.type !== LOCAL_CLUSTER;
}

/**
 * The host of a balancer that EKS makes for a Service: `a`, the Service's uid without dashes, cut to 32 characters.
 * Source: kubernetes staging/src/k8s.io/cloud-provider/cloud.go, DefaultLoadBalancerName. The digits that AWS puts
 * behind the name of a balancer are made up from the uid.
 */
function loadBalancerHost(object: Properties, call: Call): string {
    const uid = (text(metadataOf(object).uid) ?? "").replaceAll("-", "");
    const number = parseInt(uid.slice(0, 8), 16) || 0;
    const { connection } = callerOf(call);
    const region = isUnreachable(connection) ? "" : connection.cluster.region;
    return `${`a${uid}`.slice(0, 32)}-${number}.${region}.elb.amazonaws.com`;
}

/** The first address of the cluster's service range that no Service has; the first ten are the cluster's own. */
function freeAddress(call: Call): string {
    const { connection } = callerOf(call);
    const range = isUnreachable(connection)
        ? undefined
        : text(at(connection.cluster.properties, "kubernetesNetworkConfig.serviceIpv4Cidr"));
    // EKS takes one of two ranges for clusters that name none: https://docs.aws.amazon.com/eks/latest/APIReference/API_KubernetesNetworkConfigRequest.html
    const [first, second] = (range ?? "172.20.0.0/16").split(".");
    const taken = new Set(
        call.list("kubernetes:core/v1:Service").map(({ properties }) => at(properties, "spec.clusterIP")),
    );
    for (let number = 11; ; number++) {
        const address = `${first}.${second}.${Math.floor(number / 256)}.${number % 256}`;
        if (!taken.has(address)) return address;
    }
}

function settledDefinition(object: Properties, before: Properties | undefined): Properties {
    const spec = isObject(object.spec) ? object.spec : {};
    const storage = objects(spec.versions).find((version) => version.storage === true)?.name ?? "";
    const stored = at(before ?? {}, "status.storedVersions");
    const storedVersions = [...new Set([...(Array.isArray(stored) ? stored : []), storage])];
    const condition = (type: string): Properties => ({ type, status: "True" });
    return {
        ...object,
        status: {
            acceptedNames: spec.names ?? {},
            conditions: [condition("NamesAccepted"), condition("Established")],
            storedVersions,
        },
    };
}
