import { loadConfig } from "../../../config";
import { ENDPOINT_RULES } from "../../../config/rules/endpoint";
import { changed } from "../changed";
import { describeRules, type RuleCase } from "./rule-cases";

const PRIVATE_RANGES = "cluster.endpoint.privateAccessCidrs";
const RANGES = "cluster.endpoint.publicAccessCidrs";
const ENDPOINT = "cluster.endpoint";

function open(value: string): RuleCase {
    return {
        refuses: `${value} on the public endpoint`,
        file: "dvlp",
        change: { [RANGES]: ["198.51.100.0/24", value] },
        key: `${RANGES}[1]`,
        value,
        problem: "must have a prefix from /8 to /32",
        remedy: "Write the ranges people and pipelines really come from; never the whole internet.",
        remedied: { [RANGES]: ["198.51.100.0/24"] },
    };
}

/** One range on the private endpoint that does not fit. */
function unfit(value: string, problem: string, remedy: string, instead = "10.8.0.0/16"): RuleCase {
    return {
        refuses: `${value} on the private endpoint`,
        file: "pprd",
        change: { [PRIVATE_RANGES]: ["192.168.7.0/24", value] },
        key: `${PRIVATE_RANGES}[1]`,
        value,
        problem,
        remedy,
        remedied: { [PRIVATE_RANGES]: ["192.168.7.0/24", instead] },
    };
}

const NONE = { publicAccessCidrs: [], privateAccessCidrs: [] };
const TOOLS = ["10.8.0.0/16"];

describe("config/rules/endpoint", () => {
    describeRules(ENDPOINT_RULES, {
        "some-endpoint": [
            {
                refuses: "a cluster without an endpoint",
                file: "dvlp",
                change: { [ENDPOINT]: { private: false, public: false, ...NONE } },
                key: "cluster.endpoint.private",
                value: false,
                remedy: "Write true.",
                remedied: {
                    [ENDPOINT]: { private: true, public: false, ...NONE, privateAccessCidrs: TOOLS },
                },
            },
        ],
        "prod-private": [
            {
                refuses: "a public endpoint in prod",
                file: "prod",
                change: {
                    [ENDPOINT]: { private: true, public: true, publicAccessCidrs: ["203.0.113.0/24"] },
                },
                key: "cluster.endpoint.public",
                value: true,
                remedy: "Write false, and publicAccessCidrs: [].",
                remedied: {
                    [ENDPOINT]: { private: true, public: false, ...NONE, privateAccessCidrs: TOOLS },
                },
            },
        ],
        "private-ranges-follow": [
            {
                refuses: "a private endpoint alone that nobody may use, so that nothing could be applied",
                file: "prod",
                change: { [PRIVATE_RANGES]: [] },
                key: PRIVATE_RANGES,
                value: [],
                remedy: "Write the network that pipelines run in, for example [10.8.0.0/16].",
                remedied: { [PRIVATE_RANGES]: TOOLS },
            },
            {
                refuses: "ranges for a private endpoint that is off",
                file: "dvlp",
                change: { "cluster.endpoint.private": false, [PRIVATE_RANGES]: TOOLS },
                key: PRIVATE_RANGES,
                value: TOOLS,
                problem: "must be empty where the private endpoint is off",
                remedy: "Write [], or set cluster.endpoint.private to true.",
                remedied: { "cluster.endpoint.private": true },
            },
        ],
        "private-ranges-fit": [
            unfit(
                "10.8.0.0/33",
                "is not an IPv4 range",
                "Write four numbers up to 255 and a prefix: 10.8.0.0/16.",
            ),
            unfit("10.8.0.7/16", "does not start at the first address of its range", "Write 10.8.0.0/16."),
            unfit(
                "203.0.113.0/24",
                "is not a private range (RFC 1918)",
                "Take one within 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16.",
            ),
            unfit(
                "172.20.4.0/24",
                "overlaps the cluster's service range 172.20.0.0/16",
                "Take one elsewhere, for example in 10.0.0.0/8.",
            ),
        ],
        "private-ranges-apart": [
            {
                refuses: "a range whose removal would keep nobody out",
                file: "pprd",
                change: { [PRIVATE_RANGES]: ["10.8.4.0/24", "10.8.0.0/16"] },
                key: `${PRIVATE_RANGES}[0]`,
                value: "10.8.4.0/24",
                problem: "is part of 10.8.0.0/16, which is let in as a whole",
                remedy: "Remove one of them: this one, or 10.8.0.0/16.",
                remedied: { [PRIVATE_RANGES]: ["10.8.4.0/24"] },
            },
        ],
        "ranges-follow-public": [
            {
                refuses: "a public endpoint for nobody, which EKS would open to everybody",
                file: "dvlp",
                change: { [RANGES]: [] },
                key: RANGES,
                value: [],
                remedy: "Write for example [203.0.113.0/24].",
                remedied: { [RANGES]: ["203.0.113.0/24"] },
            },
            {
                refuses: "ranges for a public endpoint that is off",
                file: "pprd",
                change: { [RANGES]: ["203.0.113.0/24"] },
                key: RANGES,
                value: ["203.0.113.0/24"],
                remedy: "Write [], or set cluster.endpoint.public to true.",
                remedied: { [RANGES]: [] },
            },
        ],
        "ranges-are-narrow": [
            open("0.0.0.0/0"),
            open("128.0.0.0/1"),
            open("203.0.113.0/33"),
            {
                refuses: "a range with an octet above 255",
                file: "dvlp",
                change: { [RANGES]: ["203.0.300.0/24"] },
                key: `${RANGES}[0]`,
                value: "203.0.300.0/24",
                problem: "is not an IP range",
                remedy: "Write for example 203.0.113.0/24.",
                remedied: { [RANGES]: ["203.0.113.0/24"] },
            },
        ],
    });

    it("takes an organisation's ranges, and single addresses", () => {
        loadConfig("dvlp", changed("dvlp", { [RANGES]: ["203.0.113.7/32", "198.51.100.0/24"] }));
    });

    it("takes private ranges from a whole /8 to one address, inside the VPC and outside of it", () => {
        for (const ranges of [["10.0.0.0/8"], ["10.8.0.0/16", "10.32.4.7/32", "172.16.0.0/14"]])
            loadConfig("pprd", changed("pprd", { [PRIVATE_RANGES]: ranges }));
    });

    it("asks for no private range where a public endpoint is there to apply by", () => {
        loadConfig("dvlp", changed("dvlp", { [PRIVATE_RANGES]: [] }));
    });

    it("lets pprd have a public endpoint", () => {
        loadConfig(
            "pprd",
            changed("pprd", { "cluster.endpoint.public": true, [RANGES]: ["203.0.113.0/24"] }),
        );
    });
});
