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
];
