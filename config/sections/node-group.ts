/** One entry of `core-platform:cluster.nodeGroups`: a managed node group. */
import { z } from "zod";
import { entryName, list, named, text, wholeNumber, wordOf } from "../settings";

/** Machine images of managed node groups that the platform supports, with their processor. */
export const AMI_ARCHITECTURES = {
    AL2023_ARM_64_STANDARD: "arm64",
    AL2023_x86_64_STANDARD: "x86_64",
    BOTTLEROCKET_ARM_64: "arm64",
    BOTTLEROCKET_x86_64: "x86_64",
} as const;

export type AmiType = keyof typeof AMI_ARCHITECTURES;

const AMI_TYPES = Object.keys(AMI_ARCHITECTURES) as AmiType[];

/** A Kubernetes label or taint key: an optional DNS prefix, a slash, a name of up to 63 characters. */
const LABEL_KEY = {
    pattern: /^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?\/)?[A-Za-z0-9]([\w.-]{0,61}[A-Za-z0-9])?$/,
    expects: "a Kubernetes label key",
    example: "example.com/pool",
};

/** A Kubernetes label or taint value: up to 63 characters, may be empty. */
function labelValue() {
    return text({
        pattern: /^([A-Za-z0-9]([\w.-]{0,61}[A-Za-z0-9])?)?$/,
        expects: "a Kubernetes label value of at most 63 characters",
        example: "system",
    });
}

function nodeCount(example: number) {
    return wholeNumber({ min: 0, max: 450, unit: "nodes", example });
}

export const nodeGroup = z.strictObject({
    /** EC2 instance types, most wanted first; all of the image's processor. Changing them replaces nodes. */
    instanceTypes: list(
        text({
            pattern: /^[a-z][a-z0-9-]*\.[a-z0-9-]+$/,
            expects: "an EC2 instance type",
            example: "m7g.large",
        }),
        { of: "EC2 instance types", min: 1, example: "[m7g.large]" },
    ),
    /** Machine image. Default: Amazon Linux 2023 for ARM. */
    amiType: wordOf(AMI_TYPES, "AL2023_ARM_64_STANDARD").default("AL2023_ARM_64_STANDARD"),
    /** Default: ON_DEMAND. */
    capacityType: wordOf(["ON_DEMAND", "SPOT"], "ON_DEMAND").default("ON_DEMAND"),
    /** Nodes at least; 0 to 450 (EKS's quota of nodes in a managed group). */
    minSize: nodeCount(2),
    /** Nodes at most. */
    maxSize: wholeNumber({ min: 1, max: 450, unit: "nodes", example: 4 }),
    /** Nodes at the start; ignored afterwards, the autoscaler moves it. */
    desiredSize: nodeCount(2),
    /** Root volume, GiB, 20 to 16384. Default: 50. */
    diskSizeGiB: wholeNumber({ min: 20, max: 16384, unit: "GiB", example: 50 }).default(50),
    /** Kubernetes labels of the nodes. Default: none. */
    labels: named(entryName(LABEL_KEY), labelValue(), {
        of: "label values",
        example: "{ example.com/pool: system }",
    }).default({}),
    /** Kubernetes taints of the nodes, in EKS's spelling of the effect. Default: none. */
    taints: list(
        z.strictObject({
            key: text(LABEL_KEY),
            value: labelValue().default(""),
            effect: wordOf(["NO_SCHEDULE", "NO_EXECUTE", "PREFER_NO_SCHEDULE"], "NO_SCHEDULE"),
        }),
        { of: "taints", example: "[{ key: dedicated, value: ci, effect: NO_SCHEDULE }]" },
    ).default([]),
});
