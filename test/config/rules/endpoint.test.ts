import { loadConfig } from "../../../config";
import { ENDPOINT_RULES } from "../../../config/rules/endpoint";
import { changed } from "../changed";
import { describeRules, type RuleCase } from "./rule-cases";

const RANGES = "cluster.endpoint.publicAccessCidrs";
const ENDPOINT = "cluster.endpoint";

function open(value: string): RuleCase {
    const prefixes = value.includes(":") ? "/19 to /128" : "/8 to /32";
    return {
        refuses: `${value} on the public endpoint`,
        file: "dvlp",
        change: { [RANGES]: ["198.51.100.0/24", value] },
        key: `${RANGES}[1]`,
        value,
        problem: `must have a prefix from ${prefixes}`,
        remedy: "Write the ranges people and pipelines really come from; never the whole internet.",
        remedied: { [RANGES]: ["198.51.100.0/24"] },
    };
}

describe("config/rules/endpoint", () => {
    describeRules(ENDPOINT_RULES, {
        "some-endpoint": [
            {
                refuses: "a cluster without an endpoint",
                file: "dvlp",
                change: { [ENDPOINT]: { private: false, public: false, publicAccessCidrs: [] } },
                key: "cluster.endpoint.private",
                value: false,
                remedy: "Write true.",
                remedied: { [ENDPOINT]: { private: true, public: false, publicAccessCidrs: [] } },
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
                remedied: { [ENDPOINT]: { private: true, public: false, publicAccessCidrs: [] } },
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
            open("::/0"),
            open("128.0.0.0/1"),
            open("203.0.113.0/33"),
            open("2001:db8::/129"),
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

    it("takes an organisation's ranges of both address families", () => {
        loadConfig("dvlp", changed("dvlp", { [RANGES]: ["203.0.113.7/32", "2001:db8::/32"] }));
    });

    it("lets pprd have a public endpoint", () => {
        loadConfig(
            "pprd",
            changed("pprd", { "cluster.endpoint.public": true, [RANGES]: ["203.0.113.0/24"] }),
        );
    });
});
