import { describeSection } from "./key-cases";

const STACK = "the name of a stack of this project";

describe("config/sections/parts", () => {
    describeSection(
        "parts",
        [
            {
                key: "parts.deploys",
                bad: [[], "platform"],
                expects: "a list of at least 1 parts",
                good: [["platform", "network", "cluster"]],
            },
            {
                key: "parts.deploys[]",
                bad: ["servers", "platfrom", 1],
                expects: "one of network, cluster, platform",
            },
            { key: "parts.holders.network", bad: ["a/b", "", "-x", "x".repeat(101)], expects: STACK },
            { key: "parts.holders.cluster", bad: ["a b"], expects: STACK },
            { key: "parts.holders.platform", bad: [["prod"]], expects: STACK },
        ],
        { stack: "dvlp", changes: { parts: { deploys: ["network", "cluster", "platform"], holders: {} } } },
    );
});
