/** Rules of `core-platform:network`. */
import type { ConfigIssue } from "../error";
import { privateRangeFaults } from "../private-range";
import type { StackSettings } from "../schema";
import type { Rule } from "./rule";

/** AWS allows no VPC above /16; below /18 the plan's fixed slots of six zones are too small for nodes and pods. */
const VPC_PREFIX = { min: 16, max: 18, because: "so that every zone's fixed slot fits" };

/** What nodes need of AWS when the way out through NAT is down: images (their layers are in S3), credentials. */
const PROD_ENDPOINTS = {
    gatewayEndpoints: ["s3"],
    interfaceEndpoints: ["ecr.api", "ecr.dkr", "sts"],
} as const;

function* vpcRange({ network: { cidr } }: StackSettings): Iterable<ConfigIssue> {
    for (const fault of privateRangeFaults(cidr, "10.16.0.0/16", VPC_PREFIX))
        yield { key: "network.cidr", value: cidr, ...fault };
}

function* prodZones({ network: { zones } }: StackSettings): Iterable<ConfigIssue> {
    if (zones.length >= 3) return;
    const remedy = "Write three letters: [a, b, c].";
    yield { key: "network.zones", value: zones, problem: "must be three zones or more in prod", remedy };
}

function* prodNat({ network: { natGateways } }: StackSettings): Iterable<ConfigIssue> {
    if (natGateways === "perZone") return;
    const problem = "must be perZone in prod: with one gateway, one zone's failure cuts off all of them";
    yield { key: "network.natGateways", value: natGateways, problem, remedy: "Write perZone." };
}

function* prodEndpoints({ network }: StackSettings): Iterable<ConfigIssue> {
    for (const kind of ["gatewayEndpoints", "interfaceEndpoints"] as const) {
        const present: readonly string[] = network[kind];
        const missing = PROD_ENDPOINTS[kind].filter((service) => !present.includes(service));
        if (missing.length === 0) continue;
        const problem = `must hold ${PROD_ENDPOINTS[kind].join(", ")} in prod`;
        yield { key: `network.${kind}`, value: present, problem, remedy: `Add ${missing.join(", ")}.` };
    }
}

export const NETWORK_RULES: readonly Rule[] = [
    {
        name: "vpc-range",
        title: "The VPC's range is private, /16 to /18, starts at its first address and leaves the service range.",
        keys: ["network.cidr"],
        check: vpcRange,
    },
    {
        name: "prod-zones",
        title: "Prod spreads over three zones at least.",
        keys: ["network.zones"],
        environments: ["prod"],
        check: prodZones,
    },
    {
        name: "prod-nat",
        title: "Prod has a NAT gateway in each zone.",
        keys: ["network.natGateways"],
        environments: ["prod"],
        check: prodNat,
    },
    {
        name: "prod-endpoints",
        title: "Prod reaches S3, ECR and STS without leaving the VPC.",
        keys: ["network.gatewayEndpoints", "network.interfaceEndpoints"],
        environments: ["prod"],
        check: prodEndpoints,
    },
];
