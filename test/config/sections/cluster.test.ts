import assert from "node:assert/strict";
import { ADDON_NAMES } from "../../../config";
import { clusterSection } from "../../../config/sections/cluster";
import { changed, errorOf } from "../changed";
import { describeSection, type KeyCase } from "./key-cases";
import { NODE_GROUP_CASES } from "./node-group.test";

const DAYS =
    "one of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, " +
    "3653 (days)";

function addon(name: string): KeyCase {
    return {
        key: `cluster.addons.${name}`,
        bad: ["latest", "1.12.4", "v1.12.4"],
        expects: "an exact add-on version, vX.Y.Z-eksbuild.N",
    };
}

describe("config/sections/cluster", () => {
    describeSection("cluster", [
        {
            key: "cluster.version",
            bad: ["1.34.2", "latest", 1],
            expects: "a Kubernetes minor version, in quotes",
            good: [1.34],
        },
        {
            key: "cluster.generation",
            bad: [0, "two", 1.5, 1000],
            expects: "a whole number from 1 to 999 (generation)",
            good: ["2"],
        },
        { key: "cluster.endpoint.private", bad: ["on"], expects: "true or false", good: ["true"] },
        {
            key: "cluster.endpoint.privateAccessCidrs",
            bad: ["10.8.0.0/16"],
            expects: "a list of IPv4 ranges",
            good: [[], ["10.8.0.0/16", "192.168.7.0/24"]],
        },
        {
            key: "cluster.endpoint.privateAccessCidrs[]",
            bad: ["10.8.0.7", "vpn", "fd00::/8"],
            expects: "an IPv4 range in CIDR notation",
        },
        { key: "cluster.endpoint.public", bad: ["off", 0], expects: "true or false" },
        {
            key: "cluster.endpoint.publicAccessCidrs",
            bad: ["203.0.113.0/24"],
            expects: "a list of IPv4 ranges",
        },
        {
            key: "cluster.endpoint.publicAccessCidrs[]",
            bad: ["203.0.113.7", "office", "2001:db8::/32"],
            expects: "an IPv4 range in CIDR notation",
        },
        { key: "cluster.logTypes", bad: ["api"], expects: "a list of log types", good: [[]] },
        {
            key: "cluster.logTypes[]",
            bad: ["controllermanager", "kubelet"],
            expects: "one of api, audit, authenticator, controllerManager, scheduler",
            remedy: 'Write "controllerManager" instead.',
        },
        { key: "cluster.logRetentionDays", bad: ["15"], expects: DAYS, good: [90] },
        { key: "cluster.access", bad: [[], "everybody"], expects: "access entries by name", good: [{}] },
        {
            key: "cluster.access.<name>.principalArn",
            bad: ["engineers", "arn:aws-cn:iam::111122223333:role/engineer"],
            expects: "the ARN of an IAM role in the partition aws",
        },
        {
            key: "cluster.access.<name>.policy",
            bad: ["AmazonEKSViewPolicies", "AmazonEKSAdminViewPolicy"],
            expects:
                "one of AmazonEKSClusterAdminPolicy, AmazonEKSAdminPolicy, AmazonEKSEditPolicy, AmazonEKSViewPolicy",
            remedy: 'Write "AmazonEKSViewPolicy" instead.',
        },
        {
            key: "cluster.access.<name>.namespaces",
            bad: ["default"],
            expects: "a list of namespaces",
            good: [["a"]],
        },
        {
            key: "cluster.access.<name>.namespaces[]",
            bad: ["Team", "a_b"],
            expects: "the name of a Kubernetes namespace",
        },
        ...["vpc-cni", "kube-proxy", "coredns", "eks-pod-identity-agent", "aws-ebs-csi-driver"].map(addon),
        { key: "cluster.nodeGroups", bad: ["system", []], expects: "node groups by name" },
        ...NODE_GROUP_CASES,
    ]);

    it("has a key for the version of every add-on", () => {
        assert.deepEqual(Object.keys(clusterSection.shape.addons.def.innerType.shape), [...ADDON_NAMES]);
    });

    it("refuses names of entries that AWS and Kubernetes would not take", () => {
        for (const group of ["access", "nodeGroups"]) {
            for (const name of ["System", "1st", "a_b", "x".repeat(31)]) {
                const entry = { ...(group === "access" ? ACCESS : NODES) };
                const { issues } = errorOf(
                    "dvlp",
                    changed("dvlp", { [`cluster.${group}`]: { [name]: entry } }),
                );
                assert.deepEqual(
                    issues.map(({ key, problem }) => [key, problem]),
                    [
                        [
                            `core-platform:cluster.${group}.${name}`,
                            "has a name that must be a name of lower case letters, digits and dashes, 30 characters at most",
                        ],
                    ],
                );
            }
        }
    });
});

const ACCESS = { principalArn: "arn:aws:iam::111122223333:role/x", policy: "AmazonEKSViewPolicy" };
const NODES = { instanceTypes: ["m7g.large"], minSize: 1, maxSize: 1, desiredSize: 1 };
