import assert from "node:assert/strict";
import { loadConfig } from "../../../config";
import { architectureOf, NODE_GROUP_RULES } from "../../../config/rules/node-groups";
import { changed } from "../changed";
import { describeRules, type RuleCase } from "./rule-cases";

const SYSTEM = "cluster.nodeGroups.system";
const DEDICATED = { key: "dedicated", value: "ci", effect: "NO_SCHEDULE" };

function desired(refuses: string, value: number): RuleCase {
    return {
        refuses,
        file: "dvlp",
        change: { [`${SYSTEM}.desiredSize`]: value },
        key: `${SYSTEM}.desiredSize`,
        value,
        problem: "must be from minSize to maxSize, 2 to 4",
        remedy: "Write 2.",
        remedied: { [`${SYSTEM}.desiredSize`]: 2 },
    };
}

function reservedLabel(domain: string, reserved: string): RuleCase {
    const label = `${domain}/pool`;
    return {
        refuses: `a label of ${domain}`,
        file: "dvlp",
        change: { [`${SYSTEM}.labels`]: { "example.com/team": "core", [label]: "system" } },
        key: `${SYSTEM}.labels["${label}"]`,
        value: label,
        problem: `begins with ${domain}/, but EKS reserves ${reserved}/ and what is below it`,
        remedy: "Take a domain of your own: example.com/pool.",
        remedied: { [`${SYSTEM}.labels`]: { "example.com/team": "core", "example.com/pool": "system" } },
    };
}

function reservedTaint(domain: string, reserved: string): RuleCase {
    const key = `${domain}/ci`;
    return {
        refuses: `a taint of ${domain}`,
        file: "dvlp",
        change: { [`${SYSTEM}.taints`]: [DEDICATED, { key, effect: "NO_EXECUTE" }] },
        key: `${SYSTEM}.taints[1].key`,
        value: key,
        problem: `begins with ${domain}/, but EKS reserves ${reserved}/ and what is below it`,
        remedy: "Take a domain of your own: example.com/ci.",
        remedied: { [`${SYSTEM}.taints`]: [DEDICATED, { key: "example.com/ci", effect: "NO_EXECUTE" }] },
    };
}

function sameTaint(refuses: string, value: string): RuleCase {
    const other = { key: "gpu", value: "yes", effect: "NO_SCHEDULE" };
    const again = { key: "dedicated", value, effect: "NO_SCHEDULE" };
    return {
        refuses,
        file: "dvlp",
        change: { [`${SYSTEM}.taints`]: [other, DEDICATED, again] },
        key: `${SYSTEM}.taints[2]`,
        value: again,
        problem: "has key and effect of taints[1]: a node takes the two together once",
        remedy: "Remove one of the two, or change its key or effect.",
        remedied: { [`${SYSTEM}.taints`]: [other, DEDICATED, { ...again, effect: "NO_EXECUTE" }] },
    };
}

describe("config/rules/node-groups", () => {
    describeRules(NODE_GROUP_RULES, {
        "some-node-group": [
            {
                refuses: "a cluster without nodes",
                file: "dvlp",
                change: { "cluster.nodeGroups": {} },
                key: "cluster.nodeGroups",
                value: {},
                remedy: "Add a group named system.",
                remedied: {
                    "cluster.nodeGroups": {
                        system: { instanceTypes: ["m7g.large"], minSize: 1, maxSize: 1, desiredSize: 1 },
                    },
                },
            },
        ],
        "sizes-in-order": [
            {
                refuses: "a minimum above the maximum",
                file: "dvlp",
                change: { [`${SYSTEM}.minSize`]: 5 },
                key: `${SYSTEM}.minSize`,
                value: 5,
                problem: "must not be above maxSize, which is 4",
                remedy: "Lower minSize or raise maxSize.",
                remedied: { [`${SYSTEM}.minSize`]: 2 },
            },
            desired("a desired size below the minimum", 1),
            desired("a desired size above the maximum", 5),
        ],
        "prod-two-nodes": [
            {
                refuses: "a prod of single nodes",
                file: "prod",
                change: { [`${SYSTEM}.minSize`]: 1 },
                key: `${SYSTEM}.minSize`,
                value: 1,
                remedy: "Write 2 or more.",
                remedied: { [`${SYSTEM}.minSize`]: 2 },
            },
        ],
        "image-fits": [
            {
                refuses: "an Intel type on an ARM image",
                file: "dvlp",
                change: { [`${SYSTEM}.instanceTypes`]: ["m7g.large", "m7i.large"] },
                key: `${SYSTEM}.instanceTypes[1]`,
                value: "m7i.large",
                problem: "is x86_64, the image AL2023_ARM_64_STANDARD is arm64",
                remedy: "Name an arm64 type, or set amiType to AL2023_x86_64_STANDARD or BOTTLEROCKET_x86_64.",
                remedied: { [`${SYSTEM}.instanceTypes`]: ["m7g.large"] },
            },
            {
                refuses: "a Graviton type on an x86 image",
                file: "dvlp",
                change: { [`${SYSTEM}.amiType`]: "BOTTLEROCKET_x86_64" },
                key: `${SYSTEM}.instanceTypes[0]`,
                value: "m7g.large",
                problem: "is arm64, the image BOTTLEROCKET_x86_64 is x86_64",
                remedy: "Name an x86_64 type, or set amiType to AL2023_ARM_64_STANDARD or BOTTLEROCKET_ARM_64.",
                remedied: { [`${SYSTEM}.amiType`]: "BOTTLEROCKET_ARM_64" },
            },
        ],
        "keys-unreserved": [
            reservedLabel("kubernetes.io", "kubernetes.io"),
            reservedLabel("node-role.kubernetes.io", "kubernetes.io"),
            reservedLabel("node.kubernetes.io", "kubernetes.io"),
            reservedLabel("k8s.io", "k8s.io"),
            reservedLabel("kops.k8s.io", "k8s.io"),
            reservedLabel("eks.amazonaws.com", "eks.amazonaws.com"),
            reservedLabel("compute.eks.amazonaws.com", "eks.amazonaws.com"),
            reservedTaint("kubernetes.io", "kubernetes.io"),
            reservedTaint("node.kubernetes.io", "kubernetes.io"),
            reservedTaint("k8s.io", "k8s.io"),
            reservedTaint("eks.amazonaws.com", "eks.amazonaws.com"),
        ],
        "taints-once": [
            sameTaint("the same taint twice", "ci"),
            sameTaint("one taint with two values", "builds"),
        ],
    });

    it("takes keys without a prefix, and domains that only look like a reserved one", () => {
        const keys = ["pool", "kubernetes.io", "mykubernetes.io/pool", "k8s.io.example.com/pool"];
        const labels = Object.fromEntries(keys.map((key) => [key, "system"]));
        const taints = keys.map((key) => ({ key, effect: "NO_SCHEDULE" }));
        loadConfig("dvlp", changed("dvlp", { [`${SYSTEM}.labels`]: labels, [`${SYSTEM}.taints`]: taints }));
    });

    it("takes one taint key with each of its effects", () => {
        const taints = ["NO_SCHEDULE", "NO_EXECUTE"].map((effect) => ({ key: "dedicated", effect }));
        loadConfig("dvlp", changed("dvlp", { [`${SYSTEM}.taints`]: taints }));
    });

    it("knows Graviton types from the others by their family", () => {
        const arm = [
            "a1.large",
            "t4g.small",
            "m7g.large",
            "c7gn.xlarge",
            "r8gd.large",
            "im4gn.large",
            "is4gen.large",
            "x2gd.large",
            "g5g.xlarge",
        ];
        const intel = [
            "m7i.large",
            "m7a.large",
            "t3.small",
            "g5.xlarge",
            "g4dn.xlarge",
            "g6e.xlarge",
            "x2iedn.large",
            "p5en.48xlarge",
            "m7i-flex.large",
            "gr6.4xlarge",
        ];
        assert.deepEqual(
            arm.map(architectureOf),
            arm.map(() => "arm64"),
        );
        assert.deepEqual(
            intel.map(architectureOf),
            intel.map(() => "x86_64"),
        );
    });
});
