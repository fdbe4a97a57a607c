/** `core-platform:network`: the VPC, its zones and its ways out. */
import { z } from "zod";
import { list, text, wordOf } from "../settings";
import { logRetentionDays } from "./logs";

/** Letters of availability zones. Each has a fixed slot in the CIDR plan, so the list only ever grows. */
export const ZONE_LETTERS = ["a", "b", "c", "d", "e", "f"] as const;

export type ZoneLetter = (typeof ZONE_LETTERS)[number];

/** Services reached through a route instead of an address; they cost nothing. */
export const GATEWAY_ENDPOINTS = ["s3", "dynamodb"] as const;

/** Services that can be reached through an address inside the VPC, by the last part of their service name. */
export const INTERFACE_ENDPOINTS = [
    "autoscaling",
    "ec2",
    "ecr.api",
    "ecr.dkr",
    "eks",
    "eks-auth",
    "elasticloadbalancing",
    "kms",
    "logs",
    "monitoring",
    "secretsmanager",
    "sqs",
    "ssm",
    "sts",
] as const;

export const networkSection = z.strictObject({
    /** The VPC's range: private, /16 to /18, the first address of the range. */
    cidr: text({
        pattern: /^\d{1,3}(\.\d{1,3}){3}\/\d{1,2}$/,
        expects: "an IPv4 range in CIDR notation",
        example: "10.16.0.0/16",
    }),
    /** Letters of the region's availability zones, two at least, as EKS demands; removing one removes its subnets. */
    zones: list(wordOf(ZONE_LETTERS, "a"), { of: "zone letters", min: 2, example: "[a, b]" }),
    /** One NAT gateway for all zones (cheap, a single point of failure) or one in each zone. Default: single. */
    natGateways: wordOf(["single", "perZone"], "perZone").default("single"),
    /** Days the VPC's flow logs are kept. Default: 14. */
    flowLogRetentionDays: logRetentionDays(14).default(14),
    /** Gateway endpoints. Default: s3, which image layers are pulled through. */
    gatewayEndpoints: list(wordOf(GATEWAY_ENDPOINTS, "s3"), { of: "services", example: "[s3]" }).default([
        "s3",
    ]),
    /** Interface endpoints; each costs per zone and hour. Default: none. */
    interfaceEndpoints: list(wordOf(INTERFACE_ENDPOINTS, "sts"), {
        of: "services",
        example: "[sts]",
    }).default([]),
});
