/** Rules of `core-platform:cluster.nodeGroups`. */
import type { ConfigIssue } from "../error";
import { keyBelow } from "../read-tree";
import type { StackSettings } from "../schema";
import { AMI_ARCHITECTURES } from "../sections/node-group";
import { eachEntry, eachItem, type Rule } from "./rule";

const GROUPS = "cluster.nodeGroups";

/**
 * The processor of an EC2 instance type. AWS marks its Graviton families with a g behind the generation
 * (m7g, c7gn, im4gn); the first of them was a1. GPUs are families (g5, g6e), so their g is in front.
 */
export function architectureOf(instanceType: string): "arm64" | "x86_64" {
    const family = instanceType.split(".")[0];
    return family === "a1" || /^[a-z]+\d+[a-z]*g/.test(family) ? "arm64" : "x86_64";
}

/**
 * Domains whose label and taint keys EKS keeps to itself, with all their subdomains: its API refused
 * `node-role.kubernetes.io/test` too (eksctl-io/eksctl#4007; of taints aws/containers-roadmap#1451 says the same),
 * and where it lets such a label pass, the kubelet does not start (aws/containers-roadmap#2465). A few subdomains,
 * node.kubernetes.io among them, are free to the kubelet, not surely to EKS: a domain of one's own always is.
 */
const RESERVED_DOMAINS = ["kubernetes.io", "k8s.io", "eks.amazonaws.com"];

function* someGroup({ cluster: { nodeGroups } }: StackSettings): Iterable<ConfigIssue> {
    if (Object.keys(nodeGroups).length > 0) return;
    const problem = "must hold one node group at least: CoreDNS has nowhere to run";
    yield { key: GROUPS, value: nodeGroups, problem, remedy: "Add a group named system." };
}

function sizesInOrder({ cluster: { nodeGroups } }: StackSettings): Iterable<ConfigIssue> {
    return eachEntry(nodeGroups, function* (name, { minSize, desiredSize, maxSize }) {
        const key = keyBelow(GROUPS, name);
        if (minSize > maxSize) {
            const problem = `must not be above maxSize, which is ${maxSize}`;
            const remedy = "Lower minSize or raise maxSize.";
            yield { key: `${key}.minSize`, value: minSize, problem, remedy };
        } else if (desiredSize < minSize || desiredSize > maxSize) {
            const problem = `must be from minSize to maxSize, ${minSize} to ${maxSize}`;
            yield { key: `${key}.desiredSize`, value: desiredSize, problem, remedy: `Write ${minSize}.` };
        }
    });
}

function* prodTwoNodes({ cluster: { nodeGroups } }: StackSettings): Iterable<ConfigIssue> {
    const groups = Object.values(nodeGroups);
    if (groups.length === 0 || groups.some(({ minSize }) => minSize >= 2)) return;
    const [name, { minSize }] = Object.entries(nodeGroups)[0];
    const problem = "must be 2 or more in one of prod's groups: a single node is no platform";
    yield { key: `${keyBelow(GROUPS, name)}.minSize`, value: minSize, problem, remedy: "Write 2 or more." };
}

function imageFits({ cluster: { nodeGroups } }: StackSettings): Iterable<ConfigIssue> {
    return eachEntry(nodeGroups, (name, { amiType, instanceTypes }) =>
        eachItem(instanceTypes, function* (type, index) {
            const wanted = AMI_ARCHITECTURES[amiType];
            if (architectureOf(type) === wanted) return;
            const images = Object.entries(AMI_ARCHITECTURES).filter(([, value]) => value !== wanted);
            yield {
                key: `${keyBelow(GROUPS, name)}.instanceTypes[${index}]`,
                value: type,
                problem: `is ${architectureOf(type)}, the image ${amiType} is ${wanted}`,
                remedy: `Name an ${wanted} type, or set amiType to ${images.map(([image]) => image).join(" or ")}.`,
            };
        }),
    );
}

function* reservedKey(key: string, value: string): Iterable<ConfigIssue> {
    const [domain, name] = value.split("/");
    if (name === undefined) return;
    const reserved = RESERVED_DOMAINS.find((each) => domain === each || domain.endsWith(`.${each}`));
    if (reserved === undefined) return;
    const problem = `begins with ${domain}/, but EKS reserves ${reserved}/ and what is below it`;
    yield { key, value, problem, remedy: `Take a domain of your own: example.com/${name}.` };
}

function* keysUnreserved({ cluster: { nodeGroups } }: StackSettings): Iterable<ConfigIssue> {
    yield* eachEntry(nodeGroups, function* (group, { labels }) {
        const key = keyBelow(keyBelow(GROUPS, group), "labels");
        for (const name of Object.keys(labels)) yield* reservedKey(keyBelow(key, name), name);
    });
    yield* eachEntry(nodeGroups, (group, { taints }) =>
        eachItem(taints, (taint, index) =>
            reservedKey(`${keyBelow(GROUPS, group)}.taints[${index}].key`, taint.key),
        ),
    );
}

/** Kubernetes holds a node's taints by key and effect; the value does not tell two of them apart. */
function taintsOnce({ cluster: { nodeGroups } }: StackSettings): Iterable<ConfigIssue> {
    return eachEntry(nodeGroups, (group, { taints }) => {
        const list = `${keyBelow(GROUPS, group)}.taints`;
        const seen = new Map<string, number>();
        return eachItem(taints, function* (taint, index) {
            const both = `${taint.key} ${taint.effect}`;
            const before = seen.get(both);
            seen.set(both, before ?? index);
            if (before === undefined) return;
            const problem = `has key and effect of taints[${before}]: a node takes the two together once`;
            const remedy = "Remove one of the two, or change its key or effect.";
            yield { key: `${list}[${index}]`, value: taint, problem, remedy };
        });
    });
}

export const NODE_GROUP_RULES: readonly Rule[] = [
    {
        name: "some-node-group",
        title: "A cluster has one node group at least.",
        keys: [GROUPS],
        check: someGroup,
    },
    {
        name: "sizes-in-order",
        title: "A node group's sizes are in order: minimum, desired, maximum.",
        keys: [`${GROUPS}.<name>.minSize`, `${GROUPS}.<name>.desiredSize`],
        check: sizesInOrder,
    },
    {
        name: "prod-two-nodes",
        title: "Prod has a node group of two nodes at least.",
        keys: [`${GROUPS}.<name>.minSize`],
        environments: ["prod"],
        check: prodTwoNodes,
    },
    {
        name: "image-fits",
        title: "Instance types have the processor of the node group's image.",
        keys: [`${GROUPS}.<name>.instanceTypes[]`],
        check: imageFits,
    },
    {
        name: "keys-unreserved",
        title: `Labels and taints leave out what EKS reserves: ${RESERVED_DOMAINS.join(", ")} and their subdomains.`,
        keys: [`${GROUPS}.<name>.labels.<name>`, `${GROUPS}.<name>.taints[].key`],
        check: keysUnreserved,
    },
    {
        name: "taints-once",
        title: "No node group has a taint twice: the same key with the same effect.",
        keys: [`${GROUPS}.<name>.taints[]`],
        check: taintsOnce,
    },
];
