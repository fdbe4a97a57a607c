/** Rules of `core-platform:cluster.endpoint`: who can reach the Kubernetes API. */
import { isIP } from "node:net";
import type { ConfigIssue } from "../error";
import type { StackSettings } from "../schema";
import { eachItem, type Rule } from "./rule";

/** Widest range allowed in, by address family: an organisation's; not the internet, nor a half of it. */
const WIDEST_PREFIX = { 4: 8, 6: 19 } as const;
const LONGEST_PREFIX = { 4: 32, 6: 128 } as const;

const RANGES_KEY = "cluster.endpoint.publicAccessCidrs";

function* someEndpoint({ cluster: { endpoint } }: StackSettings): Iterable<ConfigIssue> {
    if (endpoint.private || endpoint.public) return;
    const problem = "must be true where the public endpoint is off: nobody could reach the cluster";
    yield { key: "cluster.endpoint.private", value: false, problem, remedy: "Write true." };
}

/** That its private one is on follows, by the rule above. */
function* prodPrivate({ cluster: { endpoint } }: StackSettings): Iterable<ConfigIssue> {
    if (!endpoint.public) return;
    const problem = "must be false in prod: its cluster is reached from inside the VPC";
    const remedy = "Write false, and publicAccessCidrs: [].";
    yield { key: "cluster.endpoint.public", value: true, problem, remedy };
}

function* rangesFollowPublic({ cluster: { endpoint } }: StackSettings): Iterable<ConfigIssue> {
    const value = endpoint.publicAccessCidrs;
    if (endpoint.public && value.length === 0) {
        // EKS would take an empty list for 0.0.0.0/0.
        const problem = "must name who may use the public endpoint; EKS takes an empty list for everybody";
        yield { key: RANGES_KEY, value, problem, remedy: "Write for example [203.0.113.0/24]." };
    }
    if (!endpoint.public && value.length > 0) {
        const problem = "must be empty where the public endpoint is off";
        yield {
            key: RANGES_KEY,
            value,
            problem,
            remedy: "Write [], or set cluster.endpoint.public to true.",
        };
    }
}

function rangesAreNarrow({ cluster: { endpoint } }: StackSettings): Iterable<ConfigIssue> {
    return eachItem(endpoint.publicAccessCidrs, function* (value, index) {
        const key = `${RANGES_KEY}[${index}]`;
        const [address, length] = value.split("/");
        const family = isIP(address);
        if (family !== 4 && family !== 6) {
            yield { key, value, problem: "is not an IP range", remedy: "Write for example 203.0.113.0/24." };
        } else if (Number(length) < WIDEST_PREFIX[family] || Number(length) > LONGEST_PREFIX[family]) {
            const problem = `must have a prefix from /${WIDEST_PREFIX[family]} to /${LONGEST_PREFIX[family]}`;
            const remedy =
                "Write the ranges people and pipelines really come from; never the whole internet.";
            yield { key, value, problem, remedy };
        }
    });
}

export const ENDPOINT_RULES: readonly Rule[] = [
    {
        name: "some-endpoint",
        title: "A cluster can be reached by one endpoint at least.",
        keys: ["cluster.endpoint.private"],
        check: someEndpoint,
    },
    {
        name: "prod-private",
        title: "Prod's cluster is reached from inside the VPC alone.",
        keys: ["cluster.endpoint.public"],
        environments: ["prod"],
        check: prodPrivate,
    },
    {
        name: "ranges-follow-public",
        title: "The public endpoint always names who may use it, and nobody is named without it.",
        keys: [RANGES_KEY],
        check: rangesFollowPublic,
    },
    {
        name: "ranges-are-narrow",
        title: "The public endpoint is never open to the whole internet.",
        keys: [`${RANGES_KEY}[]`],
        check: rangesAreNarrow,
    },
];
