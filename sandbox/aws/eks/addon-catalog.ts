import { minor } from "./kubernetes-versions";

/** What EKS offers as an add-on. */
interface CatalogEntry {
    /** Its pods are a Deployment: without a node they stay pending and the add-on does not become ACTIVE. */
    needsNodes: boolean;
    /** Where its service accounts live. */
    namespace: string;
    /** The oldest and the newest minor version that is offered; kube-proxy's follow the cluster's. */
    offered?: readonly [oldest: string, newest: string];
}

/**
 * EKS's own add-ons. Sources:
 * - names and kinds: https://docs.aws.amazon.com/eks/latest/userguide/workloads-add-ons-available-eks.html
 * - newest versions: docs.amazonaws.cn/eks/latest/userguide/managing-vpc-cni.md and managing-coredns.md in May 2026,
 *   for the others `aws eks describe-addon-versions` at that time
 * - oldest versions: from memory, nobody has looked them up; they only keep a version from a long gone year out
 * Extend it when AWS offers more. Versions between the two are taken for offered.
 */
const CATALOG: Readonly<Record<string, CatalogEntry>> = {
    "amazon-cloudwatch-observability": { needsNodes: true, namespace: "amazon-cloudwatch" },
    "aws-ebs-csi-driver": { needsNodes: true, namespace: "kube-system", offered: ["1.31", "1.57"] },
    "aws-efs-csi-driver": { needsNodes: true, namespace: "kube-system" },
    "aws-mountpoint-s3-csi-driver": { needsNodes: false, namespace: "kube-system" },
    "cert-manager": { needsNodes: true, namespace: "cert-manager" },
    coredns: { needsNodes: true, namespace: "kube-system", offered: ["1.11", "1.13"] },
    "eks-node-monitoring-agent": { needsNodes: false, namespace: "kube-system" },
    "eks-pod-identity-agent": { needsNodes: false, namespace: "kube-system", offered: ["1.2", "1.3"] },
    "external-dns": { needsNodes: true, namespace: "external-dns" },
    "kube-proxy": { needsNodes: false, namespace: "kube-system" },
    "kube-state-metrics": { needsNodes: true, namespace: "kube-state-metrics" },
    "metrics-server": { needsNodes: true, namespace: "kube-system" },
    "prometheus-node-exporter": { needsNodes: false, namespace: "prometheus-node-exporter" },
    "snapshot-controller": { needsNodes: true, namespace: "kube-system" },
    "vpc-cni": { needsNodes: false, namespace: "kube-system", offered: ["1.18", "1.21"] },
};

/** How far kube-proxy may be behind the control plane. https://kubernetes.io/releases/version-skew-policy/#kube-proxy */
const KUBE_PROXY_SKEW = 3;

/** What EKS knows of an add-on, or undefined when it offers none of that name. */
export function catalogEntry(name: string): CatalogEntry | undefined {
    return Object.hasOwn(CATALOG, name) ? CATALOG[name] : undefined;
}

/** Whether EKS offers a version of an add-on for a Kubernetes version. */
export function isOffered(name: string, version: string, kubernetesVersion: string): boolean {
    if (!/^v\d+\.\d+\.\d+-eksbuild\.\d+$/.test(version)) return false;
    if (name === "kube-proxy") {
        const behind = minor(kubernetesVersion) - minor(version);
        return behind >= 0 && behind <= KUBE_PROXY_SKEW;
    }
    const offered = catalogEntry(name)?.offered;
    if (offered === undefined) return true;
    return minor(version) >= minor(offered[0]) && minor(version) <= minor(offered[1]);
}

/** What an add-on gets that names no version; its patch level is made up. */
export function defaultVersion(name: string, kubernetesVersion: string): string {
    const newest = name === "kube-proxy" ? kubernetesVersion : (catalogEntry(name)?.offered?.[1] ?? "1.0");
    return `v${newest}.0-eksbuild.1`;
}
