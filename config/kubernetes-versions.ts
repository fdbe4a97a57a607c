/** The add-ons that EKS manages on every cluster of the platform. */
export const ADDON_NAMES = [
    "vpc-cni",
    "kube-proxy",
    "coredns",
    "eks-pod-identity-agent",
    "aws-ebs-csi-driver",
] as const;

export type AddonName = (typeof ADDON_NAMES)[number];
