/** Rules of `core-platform:network`. */
import { contains, formatRange, overlaps, parseRange } from "../cidr";
import type { ConfigIssue } from "../error";
import type { StackSettings } from "../schema";
import type { Rule } from "./rule";

/** The range of the cluster's services: EKS takes it unless told otherwise where the VPC is in 10.0.0.0/8. */
export const SERVICE_RANGE = "172.20.0.0/16";

/** RFC 1918. */
const PRIVATE_RANGES = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"];

/** AWS allows no VPC above /16; below /18 the plan's fixed slots of six zones are too small for nodes and pods. */
const PREFIX = { min: 16, max: 18 };

/** What nodes need of AWS when the way out through NAT is down: images (their layers are in S3), credentials. */
const PROD_ENDPOINTS = {
    gatewayEndpoints: ["s3"],
    interfaceEndpoints: ["ecr.api", "ecr.dkr", "sts"],
} as const;

function range(cidr: string) {
    const parsed = parseRange(cidr);
    if (parsed === undefined) throw new Error(`${cidr} is not a range`);
    return parsed;
}

function* vpcRange({ network: { cidr } }: StackSettings): Iterable<ConfigIssue> {
    const fault = (problem: string, remedy: string) => ({
        key: "network.cidr",
        value: cidr,
        problem,
        remedy,
    });
    const vpc = parseRange(cidr);
    if (vpc === undefined) {
        yield fault("is not an IPv4 range", "Write four numbers up to 255 and a prefix: 10.16.0.0/16.");
        return;
    }
    if (formatRange(vpc) !== cidr) {
        yield fault("does not start at the first address of its range", `Write ${formatRange(vpc)}.`);
    }
    if (vpc.prefix < PREFIX.min || vpc.prefix > PREFIX.max) {
        const sizes = `/${PREFIX.min} to /${PREFIX.max}`;
        yield fault(
            `must be ${sizes}, so that every zone's fixed slot fits`,
            "Write for example 10.16.0.0/16.",
        );
    }
    if (!PRIVATE_RANGES.some((cidr) => contains(range(cidr), vpc))) {
        yield fault("is not a private range (RFC 1918)", `Take one within ${PRIVATE_RANGES.join(", ")}.`);
    }
    if (overlaps(vpc, range(SERVICE_RANGE))) {
        const remedy = "Take one elsewhere, for example in 10.0.0.0/8.";
        yield fault(`overlaps the cluster's service range ${SERVICE_RANGE}`, remedy);
    }
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
