/** Rules of `core-platform:cluster.endpoint`: who can reach the Kubernetes API. */
import { isIPv4 } from "node:net";
import { contains, parseRange } from "../cidr";
import type { ConfigIssue } from "../error";
import { privateRangeFaults } from "../private-range";
import type { StackSettings } from "../schema";
import { eachItem, type Rule } from "./rule";

/** Widest range allowed in: an organisation's; not the internet, nor a half of it. */
const WIDEST_PREFIX = 8;

const RANGES_KEY = "cluster.endpoint.publicAccessCidrs";
const PRIVATE_RANGES_KEY = "cluster.endpoint.privateAccessCidrs";

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

function* privateRangesFollow({ cluster: { endpoint } }: StackSettings): Iterable<ConfigIssue> {
    const value = endpoint.privateAccessCidrs;
    if (!endpoint.private && value.length > 0) {
        const problem = "must be empty where the private endpoint is off";
        const remedy = "Write [], or set cluster.endpoint.private to true.";
        yield { key: PRIVATE_RANGES_KEY, value, problem, remedy };
    }
    if (endpoint.private && !endpoint.public && value.length === 0) {
        const problem =
            "must name who may use the private endpoint where it is the only one; EKS lets in nodes and pods " +
            "alone, and nothing could be applied on the cluster";
        const remedy = "Write the network that pipelines run in, for example [10.8.0.0/16].";
        yield { key: PRIVATE_RANGES_KEY, value, problem, remedy };
    }
}

function privateRangesFit({ cluster: { endpoint } }: StackSettings): Iterable<ConfigIssue> {
    return eachItem(endpoint.privateAccessCidrs, function* (value, index) {
        for (const fault of privateRangeFaults(value, "10.8.0.0/16"))
            yield { key: `${PRIVATE_RANGES_KEY}[${index}]`, value, ...fault };
    });
}

function privateRangesApart({ cluster: { endpoint } }: StackSettings): Iterable<ConfigIssue> {
    return eachItem(endpoint.privateAccessCidrs, function* (value, index) {
        const range = parseRange(value);
        const around = endpoint.privateAccessCidrs.find((other) => {
            const outer = parseRange(other);
            return other !== value && range !== undefined && outer !== undefined && contains(outer, range);
        });
        if (around === undefined) return;
        // Ranges overlap only where one contains the other (test/config/cidr.test.ts).
        const problem = `is part of ${around}, which is let in as a whole`;
        const remedy = `Remove one of them: this one, or ${around}.`;
        yield { key: `${PRIVATE_RANGES_KEY}[${index}]`, value, problem, remedy };
    });
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
        if (!isIPv4(address)) {
            yield { key, value, problem: "is not an IP range", remedy: "Write for example 203.0.113.0/24." };
        } else if (Number(length) < WIDEST_PREFIX || Number(length) > 32) {
            const problem = `must have a prefix from /${WIDEST_PREFIX} to /32`;
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
        name: "private-ranges-follow",
        title: "A private endpoint that is the only one names who may use it, and nobody is named without it.",
        keys: [PRIVATE_RANGES_KEY],
        check: privateRangesFollow,
    },
    {
        name: "private-ranges-fit",
        title: "Ranges on the private endpoint are private, start at their first address and leave the service range.",
        keys: [`${PRIVATE_RANGES_KEY}[]`],
        check: privateRangesFit,
    },
    {
        name: "private-ranges-apart",
        title: "No range on the private endpoint is part of another.",
        keys: [`${PRIVATE_RANGES_KEY}[]`],
        check: privateRangesApart,
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
