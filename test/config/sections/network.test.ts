import { describeSection } from "./key-cases";

const SERVICES =
    "one of autoscaling, ec2, ecr.api, ecr.dkr, eks, eks-auth, elasticloadbalancing, kms, logs, monitoring, " +
    "secretsmanager, sqs, ssm, sts";

describe("config/sections/network", () => {
    describeSection("network", [
        {
            key: "network.cidr",
            bad: ["10.16.0.0", "fd00::/8", 10],
            expects: "an IPv4 range in CIDR notation",
        },
        {
            key: "network.zones",
            bad: [["a"], [], "a,b"],
            expects: "a list of at least 2 zone letters",
            good: [["f", "a"]],
        },
        {
            key: "network.zones[]",
            bad: ["g", "eu-central-1a", 1],
            expects: "one of a, b, c, d, e, f",
            good: ["c"],
        },
        {
            key: "network.natGateways",
            bad: ["perzone", 1],
            expects: "one of single, perZone",
            remedy: 'Write "perZone" instead.',
        },
        {
            key: "network.flowLogRetentionDays",
            bad: [15, 0, "two weeks", 7.5],
            expects:
                "one of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, " +
                "2922, 3288, 3653 (days)",
            good: ["30", 3653],
        },
        { key: "network.gatewayEndpoints", bad: ["s3"], expects: "a list of services", good: [[]] },
        {
            key: "network.gatewayEndpoints[]",
            bad: ["dynamo-db", "sts"],
            expects: "one of s3, dynamodb",
            remedy: 'Write "dynamodb" instead.',
        },
        { key: "network.interfaceEndpoints", bad: [{}], expects: "a list of services" },
        {
            key: "network.interfaceEndpoints[]",
            bad: ["ecr.dkt", "s3-global"],
            expects: SERVICES,
            remedy: 'Write "ecr.dkr" instead.',
        },
    ]);
});
