import { minor } from "./kubernetes-versions";

export type Architecture = "arm64" | "x86_64";

/**
 * The kinds of machine images of managed node groups.
 * Source: https://docs.aws.amazon.com/eks/latest/APIReference/API_Nodegroup.html, amiType.
 */
export const AMI_TYPES: readonly string[] = [
    ...["AL2_x86_64", "AL2_x86_64_GPU", "AL2_ARM_64", "CUSTOM"],
    ...["AL2023_x86_64_STANDARD", "AL2023_ARM_64_STANDARD", "AL2023_x86_64_NEURON", "AL2023_x86_64_NVIDIA"],
    ...["AL2023_ARM_64_NVIDIA", "BOTTLEROCKET_ARM_64", "BOTTLEROCKET_x86_64", "BOTTLEROCKET_ARM_64_FIPS"],
    ...["BOTTLEROCKET_x86_64_FIPS", "BOTTLEROCKET_ARM_64_NVIDIA", "BOTTLEROCKET_x86_64_NVIDIA"],
    ...["BOTTLEROCKET_ARM_64_NVIDIA_FIPS", "BOTTLEROCKET_x86_64_NVIDIA_FIPS"],
    ...["WINDOWS_CORE_2019_x86_64", "WINDOWS_FULL_2019_x86_64", "WINDOWS_CORE_2022_x86_64"],
    ...["WINDOWS_FULL_2022_x86_64", "WINDOWS_CORE_2025_x86_64", "WINDOWS_FULL_2025_x86_64"],
];

/** The processor that an image runs on; undefined for images of one's own. */
export function imageArchitecture(amiType: string): Architecture | undefined {
    if (amiType.includes("ARM_64")) return "arm64";
    return amiType.includes("x86_64") ? "x86_64" : undefined;
}

/**
 * The processor of an instance type: Graviton's letter g stands behind the generation, `m7g.large`, `c7gn.xlarge`;
 * before it, as in `g5.xlarge`, it means a graphics card.
 * Source: https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-type-names.html
 */
export function instanceArchitecture(instanceType: string): Architecture {
    const [family] = instanceType.split(".");
    if (family === "a1") return "arm64";
    const options = /^[a-z]+(?:-[a-z0-9]+)?\d+([a-z]*)/.exec(family)?.[1] ?? "";
    return options.includes("g") ? "arm64" : "x86_64";
}

/** Amazon Linux 2 ended with 1.32. Source: https://docs.aws.amazon.com/eks/latest/userguide/eks-ami-deprecation-faqs.html */
export function isImageOffered(amiType: string, kubernetesVersion: string): boolean {
    return !amiType.startsWith("AL2_") || minor(kubernetesVersion) <= 32;
}
