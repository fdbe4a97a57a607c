/** `core-platform:cluster`: the EKS cluster, who may use it, and its nodes. */
import { z } from "zod";
import { entryName, flag, list, named, text, wholeNumber, wordOf } from "../settings";
import { roleArn } from "./aws";
import { logRetentionDays } from "./logs";
import { nodeGroup } from "./node-group";

/** EKS access policies that an access entry may hold; none beyond these has a use here. */
export const ACCESS_POLICIES = [
    "AmazonEKSClusterAdminPolicy",
    "AmazonEKSAdminPolicy",
    "AmazonEKSEditPolicy",
    "AmazonEKSViewPolicy",
] as const;

export const LOG_TYPES = ["api", "audit", "authenticator", "controllerManager", "scheduler"] as const;

/** Names that become part of AWS and Kubernetes names. */
function shortName(example: string) {
    return entryName({
        pattern: /^[a-z]([a-z0-9-]{0,28}[a-z0-9])?$/,
        expects: "a name of lower case letters, digits and dashes, 30 characters at most",
        example,
    });
}

function addonVersion(example: string) {
    return text({
        pattern: /^v\d+\.\d+\.\d+-eksbuild\.\d+$/,
        expects: "an exact add-on version, vX.Y.Z-eksbuild.N",
        example,
    }).optional();
}

const accessEntry = z.strictObject({
    /** The role that gets in. */
    principalArn: roleArn("arn:aws:iam::111122223333:role/core-platform-engineer"),
    /** What it may do. */
    policy: wordOf(ACCESS_POLICIES, "AmazonEKSViewPolicy"),
    /** Namespaces the policy is limited to. Default: none, which means the whole cluster. */
    namespaces: list(
        text({
            pattern: /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/,
            expects: "the name of a Kubernetes namespace",
            example: "kube-system",
        }),
        { of: "namespaces", example: "[kube-system]" },
    ).default([]),
});

export const clusterSection = z.strictObject({
    /** Kubernetes minor version; config/kubernetes-versions.ts lists them. Raised one minor at a time. */
    version: text({
        pattern: /^\d+\.\d+$/,
        expects: "a Kubernetes minor version, in quotes",
        example: '"1.34"',
    }),
    /**
     * Raised by hand when the cluster really is another one: the Kubernetes provider and everything on it
     * are replaced then, and at no other time. Default: 1.
     */
    generation: wholeNumber({ min: 1, max: 999, unit: "generation", example: 1 }).default(1),
    endpoint: z.strictObject({
        /** Reachable inside the VPC. Default: true. */
        private: flag(true).default(true),
        /**
         * IPv4 ranges that may use the private endpoint, besides nodes and pods: of runners in the VPC, and of
         * networks connected to it. Default: none.
         */
        privateAccessCidrs: list(
            text({
                pattern: /^\d{1,3}(\.\d{1,3}){3}\/\d{1,2}$/,
                expects: "an IPv4 range in CIDR notation",
                example: "10.8.0.0/16",
            }),
            { of: "IPv4 ranges", example: "[10.8.0.0/16]" },
        ).default([]),
        /** Reachable from outside. Default: false. */
        public: flag(false).default(false),
        /** IPv4 ranges that may use the public endpoint. Default: none. */
        publicAccessCidrs: list(
            text({
                // EKS takes IPv6 ranges for clusters of that family alone.
                pattern: /^\d{1,3}(\.\d{1,3}){3}\/\d{1,2}$/,
                expects: "an IPv4 range in CIDR notation",
                example: "203.0.113.0/24",
            }),
            { of: "IPv4 ranges", example: "[203.0.113.0/24]" },
        ).default([]),
    }),
    /** Control plane logs. Default: all five. */
    logTypes: list(wordOf(LOG_TYPES, "audit"), { of: "log types", example: "[audit]" }).default([
        ...LOG_TYPES,
    ]),
    /** Days the control plane's logs are kept. Default: 14. */
    logRetentionDays: logRetentionDays(14).default(14),
    /** EKS access entries beside the deployer's own, by name. */
    access: named(shortName("engineers"), accessEntry, {
        of: "access entries",
        example: "{ engineers: ... }",
    }).default({}),
    /** Add-on versions that differ from those of config/kubernetes-versions.ts. Default: none differs. */
    addons: z
        .strictObject({
            "vpc-cni": addonVersion("v1.21.1-eksbuild.7"),
            "kube-proxy": addonVersion("v1.34.6-eksbuild.2"),
            coredns: addonVersion("v1.13.2-eksbuild.4"),
            "eks-pod-identity-agent": addonVersion("v1.3.10-eksbuild.2"),
            "aws-ebs-csi-driver": addonVersion("v1.57.1-eksbuild.1"),
        })
        .default({}),
    /** Managed node groups by name; at least one. */
    nodeGroups: named(shortName("system"), nodeGroup, { of: "node groups", example: "{ system: ... }" }),
});
