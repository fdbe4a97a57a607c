import assert from "node:assert/strict";
import { loadConfig } from "../../../config";
import { NETWORK_RULES } from "../../../config/rules/network";
import { changed, errorOf } from "../changed";
import { describeRules, type RuleCase } from "./rule-cases";

function range(refuses: string, value: string, problem: string, remedy: string): RuleCase {
    const remedied = { "network.cidr": "10.64.0.0/16" };
    return {
        refuses,
        file: "dvlp",
        change: { "network.cidr": value },
        key: "network.cidr",
        value,
        problem,
        remedy,
        remedied,
    };
}

const SIZES = "must be /16 to /18, so that every zone's fixed slot fits";
const PRIVATE = "Take one within 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16.";

describe("config/rules/network", () => {
    describeRules(NETWORK_RULES, {
        "vpc-range": [
            range(
                "a range that does not start at its first address",
                "10.16.1.0/16",
                "does not start at the first address of its range",
                "Write 10.16.0.0/16.",
            ),
            range(
                "an octet above 255",
                "10.256.0.0/16",
                "is not an IPv4 range",
                "Write four numbers up to 255 and a prefix: 10.16.0.0/16.",
            ),
            range("a range above /16", "10.16.0.0/15", SIZES, "Write for example 10.16.0.0/16."),
            range("a range below /18", "10.16.0.0/19", SIZES, "Write for example 10.16.0.0/16."),
            range("a public range", "203.0.0.0/16", "is not a private range (RFC 1918)", PRIVATE),
            range(
                "a range just above a private one",
                "172.32.0.0/16",
                "is not a private range (RFC 1918)",
                PRIVATE,
            ),
            range(
                "the service range",
                "172.20.128.0/17",
                "overlaps the cluster's service range 172.20.0.0/16",
                "Take one elsewhere, for example in 10.0.0.0/8.",
            ),
        ],
        "prod-zones": [
            {
                refuses: "two zones in prod",
                file: "prod",
                change: { "network.zones": ["a", "b"] },
                key: "network.zones",
                value: ["a", "b"],
                remedy: "Write three letters: [a, b, c].",
                remedied: { "network.zones": ["a", "b", "c"] },
            },
        ],
        "prod-nat": [
            {
                refuses: "a single NAT gateway in prod",
                file: "prod",
                change: { "network.natGateways": "single" },
                key: "network.natGateways",
                value: "single",
                remedy: "Write perZone.",
                remedied: { "network.natGateways": "perZone" },
            },
        ],
        "prod-endpoints": [
            {
                refuses: "prod without the gateway to S3",
                file: "prod",
                change: { "network.gatewayEndpoints": ["dynamodb"] },
                key: "network.gatewayEndpoints",
                value: ["dynamodb"],
                remedy: "Add s3.",
                remedied: { "network.gatewayEndpoints": ["dynamodb", "s3"] },
            },
            {
                refuses: "prod without ECR and STS",
                file: "prod",
                change: { "network.interfaceEndpoints": ["ecr.dkr", "logs"] },
                key: "network.interfaceEndpoints",
                value: ["ecr.dkr", "logs"],
                remedy: "Add ecr.api, sts.",
                remedied: { "network.interfaceEndpoints": ["ecr.api", "ecr.dkr", "sts"] },
            },
        ],
    });

    it("takes private ranges of /16 to /18", () => {
        for (const cidr of ["10.0.0.0/16", "172.16.0.0/16", "172.31.0.0/17", "192.168.64.0/18"]) {
            loadConfig("dvlp", changed("dvlp", { "network.cidr": cidr }));
        }
    });

    it("finds several faults of one range together", () => {
        const { issues } = errorOf("dvlp", changed("dvlp", { "network.cidr": "203.0.113.7/24" }));
        assert.equal(issues.length, 3);
    });

    it("lets dvlp and its ephemeral stacks do with two zones and one gateway", () => {
        const cheap = { "network.zones": ["b", "c"], "network.natGateways": "single" };
        const ephemeral = { ticket: "t1", expires: "2026-11-30" };
        loadConfig("dvlp", changed("dvlp", cheap));
        loadConfig("dvlp-t1", changed("dvlp", { ...cheap, ephemeral }), [], "2026-11-30");
    });
});
