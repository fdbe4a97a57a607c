/** One line of an access policy: verbs on resources of an API group; `*` is all of them. */
export interface AccessRule {
    /** Empty for the group without a name. */
    group: string;
    resources: readonly string[];
    verbs: readonly string[];
}

const READ = ["get", "list", "watch"];
const WRITE = ["create", "delete", "deletecollection", "patch", "update"];

const WORKLOADS = ["daemonsets", "deployments", "replicasets", "statefulsets"];

/** What AmazonEKSViewPolicy shows; the other two of the kind show it too. */
const VIEW: readonly AccessRule[] = [
    { group: "apps", resources: ["controllerrevisions", ...WORKLOADS], verbs: READ },
    { group: "autoscaling", resources: ["horizontalpodautoscalers"], verbs: READ },
    { group: "batch", resources: ["cronjobs", "jobs"], verbs: READ },
    { group: "discovery.k8s.io", resources: ["endpointslices"], verbs: READ },
    { group: "networking.k8s.io", resources: ["ingresses", "networkpolicies"], verbs: READ },
    { group: "policy", resources: ["poddisruptionbudgets"], verbs: READ },
    {
        group: "",
        resources: [
            "bindings",
            "configmaps",
            "endpoints",
            "events",
            "limitranges",
            "namespaces",
            "persistentvolumeclaims",
            "pods",
            "replicationcontrollers",
            "resourcequotas",
            "serviceaccounts",
            "services",
        ],
        verbs: READ,
    },
];

const EDIT: readonly AccessRule[] = [
    ...VIEW,
    { group: "", resources: ["secrets"], verbs: READ },
    { group: "apps", resources: WORKLOADS, verbs: WRITE },
    { group: "autoscaling", resources: ["horizontalpodautoscalers"], verbs: WRITE },
    { group: "batch", resources: ["cronjobs", "jobs"], verbs: WRITE },
    { group: "networking.k8s.io", resources: ["ingresses", "networkpolicies"], verbs: WRITE },
    { group: "policy", resources: ["poddisruptionbudgets"], verbs: WRITE },
    {
        group: "",
        resources: [
            "configmaps",
            "events",
            "persistentvolumeclaims",
            "pods",
            "replicationcontrollers",
            "secrets",
            "serviceaccounts",
            "services",
        ],
        verbs: WRITE,
    },
];

const ADMIN: readonly AccessRule[] = [
    ...EDIT,
    { group: "authorization.k8s.io", resources: ["localsubjectaccessreviews"], verbs: ["create"] },
    { group: "rbac.authorization.k8s.io", resources: ["rolebindings", "roles"], verbs: [...READ, ...WRITE] },
];

/**
 * The managed access policies, without subresources and the group `extensions`, which no API server has any more.
 * Source: https://docs.aws.amazon.com/eks/latest/userguide/access-policy-permissions.html
 */
export const ACCESS_POLICIES: Readonly<Record<string, readonly AccessRule[]>> = {
    AmazonEKSClusterAdminPolicy: [{ group: "*", resources: ["*"], verbs: ["*"] }],
    AmazonEKSAdminViewPolicy: [{ group: "*", resources: ["*"], verbs: READ }],
    AmazonEKSAdminPolicy: ADMIN,
    AmazonEKSEditPolicy: EDIT,
    AmazonEKSViewPolicy: VIEW,
};
