import assert from "node:assert/strict";
import { AMI_ARCHITECTURES, nodeGroup } from "../../../config/sections/node-group";
import { changed, errorOf } from "../changed";
import type { KeyCase } from "./key-cases";

const GROUP = "cluster.nodeGroups.<name>";

/** Tried as part of the cluster's section, which node groups belong to. */
export const NODE_GROUP_CASES: readonly KeyCase[] = [
    {
        key: `${GROUP}.instanceTypes`,
        bad: [[], "m7g.large"],
        expects: "a list of at least 1 EC2 instance types",
    },
    { key: `${GROUP}.instanceTypes[]`, bad: ["m7g", "M7G.large"], expects: "an EC2 instance type" },
    {
        key: `${GROUP}.amiType`,
        bad: ["AL2023_ARM_64", "AL2_x86_64_GPU"],
        expects: `one of ${Object.keys(AMI_ARCHITECTURES).join(", ")}`,
        good: ["BOTTLEROCKET_ARM_64"],
    },
    {
        key: `${GROUP}.capacityType`,
        bad: ["on_demand", "RESERVED"],
        expects: "one of ON_DEMAND, SPOT",
        remedy: 'Write "ON_DEMAND" instead.',
        good: ["SPOT"],
    },
    {
        key: `${GROUP}.minSize`,
        bad: [-1, 451, "some"],
        expects: "a whole number from 0 to 450 (nodes)",
        good: ["0"],
    },
    {
        key: `${GROUP}.maxSize`,
        bad: [0, 451],
        expects: "a whole number from 1 to 450 (nodes)",
        good: ["450"],
    },
    {
        key: `${GROUP}.desiredSize`,
        bad: [-1, 2.5],
        expects: "a whole number from 0 to 450 (nodes)",
        good: [3],
    },
    {
        key: `${GROUP}.diskSizeGiB`,
        bad: [19, 16385, "50GiB"],
        expects: "a whole number from 20 to 16384 (GiB)",
        good: ["20", 16384],
    },
    {
        key: `${GROUP}.labels`,
        bad: ["pool=system"],
        expects: "label values by name",
        good: [{ pool: 1, "example.com/a": true }],
    },
    {
        key: `${GROUP}.labels.<name>`,
        bad: ["two words", "x".repeat(64)],
        expects: "a Kubernetes label value of at most 63 characters",
    },
    { key: `${GROUP}.taints`, bad: [{ key: "dedicated" }], expects: "a list of taints" },
    { key: `${GROUP}.taints[].key`, bad: ["-dedicated", ""], expects: "a Kubernetes label key" },
    {
        key: `${GROUP}.taints[].value`,
        bad: ["two words"],
        expects: "a Kubernetes label value of at most 63 characters",
        good: [""],
    },
    {
        key: `${GROUP}.taints[].effect`,
        bad: ["NoSchedule"],
        expects: "one of NO_SCHEDULE, NO_EXECUTE, PREFER_NO_SCHEDULE",
        remedy: 'Write "NO_SCHEDULE" instead.',
    },
];

describe("config/sections/node-group", () => {
    it("says of every image which processor it is for", () => {
        for (const [image, architecture] of Object.entries(AMI_ARCHITECTURES)) {
            assert.equal(architecture, image.includes("ARM_64") ? "arm64" : "x86_64");
            assert.ok(nodeGroup.shape.amiType.safeParse(image).success);
        }
    });

    it("refuses a label key that Kubernetes would not take", () => {
        const labels = { "a b": "x" };
        const { issues } = errorOf("dvlp", changed("dvlp", { "cluster.nodeGroups.system.labels": labels }));
        assert.deepEqual(
            issues.map(({ key, value, problem }) => [key, value, problem]),
            [
                [
                    'core-platform:cluster.nodeGroups.system.labels["a b"]',
                    "a b",
                    "has a name that must be a Kubernetes label key",
                ],
            ],
        );
    });

    it("refuses anything but a group of keys for a taint", () => {
        const taints = ["dedicated"];
        const { issues } = errorOf("dvlp", changed("dvlp", { "cluster.nodeGroups.system.taints": taints }));
        assert.equal(issues[0].key, "core-platform:cluster.nodeGroups.system.taints[0]");
        assert.equal(issues[0].problem, "must be a group of keys: key, value, effect");
    });
});
