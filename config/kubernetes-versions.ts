/** The Kubernetes minor versions the platform supports, and the exact add-on versions that go with each. */
import { ConfigError } from "./error";

/**
 * Everything that is upgraded. To support a new minor version, add a line; to upgrade an add-on, change it.
 *
 * Sources, as read in mid 2026, "latest version for each Kubernetes version" of AWS's user guide:
 * - vpc-cni: docs.amazonaws.cn/eks/latest/userguide/managing-vpc-cni.md
 * - kube-proxy: docs.amazonaws.cn/zh_cn/eks/latest/userguide/managing-kube-proxy.md
 * - coredns: docs.amazonaws.cn/zh_cn/eks/latest/userguide/managing-coredns.md
 * - eks-pod-identity-agent and aws-ebs-csi-driver have no such table. Theirs are what LocalStack's EKS names as
 *   default for 1.35, beside the very same three versions above; for 1.33 and 1.34 nothing was found.
 *
 * Before the first `up` on AWS, and before every upgrade, ask AWS itself:
 * `aws eks describe-addon-versions --kubernetes-version 1.35 --addon-name coredns`
 */
export const KUBERNETES_VERSIONS: Readonly<Record<string, Readonly<Record<AddonName, string>>>> = {
    "1.33": {
        "vpc-cni": "v1.21.1-eksbuild.7",
        "kube-proxy": "v1.33.10-eksbuild.2",
        coredns: "v1.13.2-eksbuild.4",
        "eks-pod-identity-agent": "v1.3.10-eksbuild.2",
        "aws-ebs-csi-driver": "v1.57.1-eksbuild.1",
    },
    "1.34": {
        "vpc-cni": "v1.21.1-eksbuild.7",
        "kube-proxy": "v1.34.6-eksbuild.2",
        coredns: "v1.13.2-eksbuild.4",
        "eks-pod-identity-agent": "v1.3.10-eksbuild.2",
        "aws-ebs-csi-driver": "v1.57.1-eksbuild.1",
    },
    "1.35": {
        "vpc-cni": "v1.21.1-eksbuild.7",
        "kube-proxy": "v1.35.3-eksbuild.2",
        coredns: "v1.13.2-eksbuild.4",
        "eks-pod-identity-agent": "v1.3.10-eksbuild.2",
        "aws-ebs-csi-driver": "v1.57.1-eksbuild.1",
    },
};

/** The add-ons that EKS manages on every cluster of the platform. */
export const ADDON_NAMES = [
    "vpc-cni",
    "kube-proxy",
    "coredns",
    "eks-pod-identity-agent",
    "aws-ebs-csi-driver",
] as const;

export type AddonName = (typeof ADDON_NAMES)[number];

/** `1.34` of `1.34`, `v1.34.6-eksbuild.2` or `1.34.6`, as numbers. */
export function minorOf(version: string): { major: number; minor: number } {
    const match = /^v?(\d+)\.(\d+)(?=$|\.)/.exec(version);
    if (match === null) throw new Error(`not a Kubernetes version: ${JSON.stringify(version)}`);
    return { major: Number(match[1]), minor: Number(match[2]) };
}

/**
 * A minor version is never skipped and never lowered: EKS refuses both, but only after the update has begun.
 * @param from what the cluster runs, such as `1.33`; from AWS, not from the stack file
 * @param to what the stack file asks for
 * @returns whether the cluster stays or goes up by one
 * @throws ConfigError naming both versions and the next step that is allowed
 */
export function minorVersionStep(from: string, to: string): "same" | "next" {
    const current = minorOf(from);
    const wanted = minorOf(to);
    if (current.major === wanted.major) {
        if (wanted.minor === current.minor) return "same";
        if (wanted.minor === current.minor + 1) return "next";
    }
    const next = `${current.major}.${current.minor + 1}`;
    const lowered =
        wanted.major < current.major || (wanted.major === current.major && wanted.minor < current.minor);
    throw new ConfigError("The cluster can't change to this Kubernetes version", [
        {
            key: "core-platform:cluster.version",
            value: to,
            problem: lowered
                ? `is lower than ${from}, which the cluster runs: EKS lowers no version`
                : `skips a minor version: the cluster runs ${from}`,
            remedy: lowered
                ? `Set "${from}", or "${next}" to upgrade.`
                : `Set "${next}", deploy, and go on from there, one minor version at a time.`,
        },
    ]);
}
