import { at, type Properties } from "../cloud/values";

/** One custom resource definition, as far as it says which kinds a cluster serves. */
export interface KindOfChart {
    group: string;
    kind: string;
    plural: string;
    namespaced: boolean;
    /** The version that is stored comes first. */
    versions: readonly [string, ...string[]];
}

/** The custom resource definitions of a chart. */
export interface ChartDefinitions {
    /** The chart's name, whatever repository it comes from. */
    chart: string;
    /**
     * `folder`: in `crds/`, which Helm installs once, skips where they are there, never upgrades and never removes;
     * `template`: objects of the release; `kept`: the same, and left behind by the annotation `helm.sh/resource-policy`
     * unless the value `crds.keep` is false.
     * Source: https://helm.sh/docs/chart_best_practices/custom_resource_definitions/
     */
    way: "folder" | "template" | "kept";
    /** Whether the values ask for them. Left out: always. */
    isWanted?(values: Properties): boolean;
    kinds: readonly KindOfChart[];
    /** Where the definitions lie, and when they were read there. */
    source: string;
}

const cluster = (
    group: string,
    kind: string,
    plural: string,
    ...versions: [string, ...string[]]
): KindOfChart => ({
    group,
    kind,
    plural,
    namespaced: false,
    versions,
});
const inNamespace = (
    group: string,
    kind: string,
    plural: string,
    ...versions: [string, ...string[]]
): KindOfChart => ({
    group,
    kind,
    plural,
    namespaced: true,
    versions,
});

const KARPENTER: readonly KindOfChart[] = [
    cluster("karpenter.k8s.aws", "EC2NodeClass", "ec2nodeclasses", "v1"),
    cluster("karpenter.sh", "NodeClaim", "nodeclaims", "v1"),
    cluster("karpenter.sh", "NodeOverlay", "nodeoverlays", "v1alpha1"),
    cluster("karpenter.sh", "NodePool", "nodepools", "v1"),
];

const KYVERNO = "policies.kyverno.io";

/**
 * The definitions that charts are known to bring, of the newest version in August 2026; older versions of a chart may
 * bring less. Charts that are not named bring none.
 */
export const CHART_DEFINITIONS: readonly ChartDefinitions[] = [
    {
        chart: "argo-cd",
        way: "kept",
        isWanted: (values) => at(values, "crds.install") !== false,
        kinds: [
            inNamespace("argoproj.io", "Application", "applications", "v1alpha1"),
            inNamespace("argoproj.io", "ApplicationSet", "applicationsets", "v1alpha1"),
            inNamespace("argoproj.io", "AppProject", "appprojects", "v1alpha1"),
        ],
        source: "argoproj/argo-helm charts/argo-cd/templates/crds and values.yaml (crds.install, crds.keep), July 2026",
    },
    {
        chart: "aws-load-balancer-controller",
        way: "folder",
        kinds: [
            inNamespace("aga.k8s.aws", "GlobalAccelerator", "globalaccelerators", "v1beta1"),
            inNamespace("elbv2.k8s.aws", "ALBTargetControlConfig", "albtargetcontrolconfigs", "v1beta1"),
            cluster("elbv2.k8s.aws", "IngressClassParams", "ingressclassparams", "v1beta1"),
            inNamespace("elbv2.k8s.aws", "TargetGroupBinding", "targetgroupbindings", "v1beta1", "v1alpha1"),
            inNamespace(
                "gateway.k8s.aws",
                "ListenerRuleConfiguration",
                "listenerruleconfigurations",
                "v1",
                "v1beta1",
            ),
            inNamespace(
                "gateway.k8s.aws",
                "LoadBalancerConfiguration",
                "loadbalancerconfigurations",
                "v1",
                "v1beta1",
            ),
            inNamespace(
                "gateway.k8s.aws",
                "TargetGroupConfiguration",
                "targetgroupconfigurations",
                "v1",
                "v1beta1",
            ),
        ],
        source: "kubernetes-sigs/aws-load-balancer-controller helm/aws-load-balancer-controller/crds, August 2026",
    },
    {
        chart: "cert-manager",
        way: "kept",
        isWanted: (values) => at(values, "crds.enabled") === true || values.installCRDs === true,
        kinds: [
            inNamespace("acme.cert-manager.io", "Challenge", "challenges", "v1"),
            inNamespace("acme.cert-manager.io", "Order", "orders", "v1"),
            inNamespace("cert-manager.io", "Certificate", "certificates", "v1"),
            inNamespace("cert-manager.io", "CertificateRequest", "certificaterequests", "v1"),
            cluster("cert-manager.io", "ClusterIssuer", "clusterissuers", "v1"),
            inNamespace("cert-manager.io", "Issuer", "issuers", "v1"),
        ],
        source: "cert-manager/cert-manager deploy/crds and deploy/charts/cert-manager/values.yaml (crds), August 2026",
    },
    {
        chart: "external-dns",
        way: "folder",
        kinds: [inNamespace("externaldns.k8s.io", "DNSEndpoint", "dnsendpoints", "v1alpha1")],
        // DNSRecord came after chart 1.21.1, the newest that was released then.
        source: "kubernetes-sigs/external-dns charts/external-dns/crds, August 2026",
    },
    {
        chart: "karpenter",
        way: "folder",
        kinds: KARPENTER,
        source: "aws/karpenter-provider-aws charts/karpenter/crds (links to pkg/apis/crds), August 2026",
    },
    {
        chart: "karpenter-crd",
        way: "template",
        kinds: KARPENTER,
        source: "aws/karpenter-provider-aws charts/karpenter-crd/templates, August 2026",
    },
    {
        chart: "kyverno",
        way: "template",
        isWanted: (values) => at(values, "crds.install") !== false,
        kinds: [
            inNamespace("kyverno.io", "CleanupPolicy", "cleanuppolicies", "v2", "v2beta1"),
            cluster("kyverno.io", "ClusterCleanupPolicy", "clustercleanuppolicies", "v2", "v2beta1"),
            cluster("kyverno.io", "ClusterPolicy", "clusterpolicies", "v1", "v2beta1"),
            cluster("kyverno.io", "GlobalContextEntry", "globalcontextentries", "v2beta1", "v2", "v2alpha1"),
            inNamespace("kyverno.io", "Policy", "policies", "v1", "v2beta1"),
            inNamespace("kyverno.io", "PolicyException", "policyexceptions", "v2", "v2beta1"),
            inNamespace("kyverno.io", "UpdateRequest", "updaterequests", "v2"),
            cluster(KYVERNO, "DeletingPolicy", "deletingpolicies", "v1beta1", "v1", "v1alpha1"),
            cluster(KYVERNO, "GeneratingPolicy", "generatingpolicies", "v1beta1", "v1", "v1alpha1"),
            cluster(KYVERNO, "ImageValidatingPolicy", "imagevalidatingpolicies", "v1beta1", "v1", "v1alpha1"),
            cluster(KYVERNO, "MutatingPolicy", "mutatingpolicies", "v1beta1", "v1", "v1alpha1"),
            inNamespace(KYVERNO, "NamespacedDeletingPolicy", "namespaceddeletingpolicies", "v1beta1", "v1"),
            inNamespace(
                KYVERNO,
                "NamespacedGeneratingPolicy",
                "namespacedgeneratingpolicies",
                "v1beta1",
                "v1",
            ),
            inNamespace(
                KYVERNO,
                "NamespacedImageValidatingPolicy",
                "namespacedimagevalidatingpolicies",
                "v1beta1",
                "v1",
            ),
            inNamespace(KYVERNO, "NamespacedMutatingPolicy", "namespacedmutatingpolicies", "v1beta1", "v1"),
            inNamespace(
                KYVERNO,
                "NamespacedValidatingPolicy",
                "namespacedvalidatingpolicies",
                "v1beta1",
                "v1",
            ),
            inNamespace(KYVERNO, "PolicyException", "policyexceptions", "v1beta1", "v1", "v1alpha1"),
            cluster(KYVERNO, "ValidatingPolicy", "validatingpolicies", "v1beta1", "v1", "v1alpha1"),
            cluster("reports.kyverno.io", "ClusterEphemeralReport", "clusterephemeralreports", "v1"),
            inNamespace("reports.kyverno.io", "EphemeralReport", "ephemeralreports", "v1"),
            cluster("wgpolicyk8s.io", "ClusterPolicyReport", "clusterpolicyreports", "v1alpha2"),
            inNamespace("wgpolicyk8s.io", "PolicyReport", "policyreports", "v1alpha2"),
        ],
        source: "kyverno/kyverno charts/kyverno/charts/crds/templates and config/crds/policies.kyverno.io, August 2026",
    },
    {
        chart: "pulumi-kubernetes-operator",
        way: "folder",
        kinds: [
            inNamespace("auto.pulumi.com", "Update", "updates", "v1alpha1"),
            inNamespace("auto.pulumi.com", "Workspace", "workspaces", "v1alpha1"),
            inNamespace("pulumi.com", "Program", "programs", "v1"),
            inNamespace("pulumi.com", "Stack", "stacks", "v1", "v1alpha1"),
        ],
        source: "pulumi/pulumi-kubernetes-operator deploy/helm/pulumi-operator/crds, August 2026",
    },
];

/** Charts whose controller gives an Ingress its address. */
export const INGRESS_CONTROLLERS: readonly string[] = [
    "aws-load-balancer-controller",
    "ingress-nginx",
    "traefik",
];

/** The definitions that a chart brings with these values; undefined where it brings none. */
export function definitionsOf(chart: string, values: Properties): ChartDefinitions | undefined {
    const name = nameOfChart(chart);
    const found = CHART_DEFINITIONS.find((candidate) => candidate.chart === name);
    return found === undefined || found.isWanted?.(values) === false ? undefined : found;
}

/** `oci://public.ecr.aws/karpenter/karpenter` -> `karpenter`. */
export function nameOfChart(chart: string): string {
    return chart.trim().split("/").at(-1) ?? "";
}
