import { randomBytes } from "node:crypto";
import type { Caller } from "../../plugin/call";

/**
 * An id as EC2 makes it: the prefix, a dash, seventeen hex digits, `vpc-0a1b2c3d4e5f60718`.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/resource-ids.html
 */
export function ec2Id(prefix: string): string {
    return `${prefix}-0${randomBytes(8).toString("hex")}`;
}

/** Random characters for an id of a service's own form. */
export function randomId(length: number, alphabet: string): string {
    return [...randomBytes(length)].map((byte) => alphabet[byte % alphabet.length]).join("");
}

/**
 * The ARN of a resource in the caller's account and region.
 * @param resource what follows the account, `vpc/vpc-1`
 */
export function arn(service: string, resource: string, caller: Caller): string {
    return `arn:${caller.partition}:${service}:${caller.region}:${caller.accountId}:${resource}`;
}

/** The ARN of an IAM resource: it has no region. */
export function iamArn(resource: string, caller: Caller): string {
    return `arn:${caller.partition}:iam::${caller.accountId}:${resource}`;
}
