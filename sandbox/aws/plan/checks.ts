import { at, hasUnknown, UNKNOWN, type Properties, type Value } from "../../cloud/values";
import type { Failure } from "../../plugin/typings";
import { formatCidr, networkOf } from "../format/cidr";

/**
 * What the provider refuses at preview already, in its own sentences. All of them let unknown and absent values through.
 * Source: hashicorp/terraform-plugin-sdk helper/validation and helper/schema/schema.go;
 * terraform-provider-aws internal/types/cidr_block.go and internal/enum/validate.go.
 */

/** A value out of a list. */
export function oneOf(inputs: Properties, path: string, values: readonly string[]): Failure[] {
    const value = at(inputs, path);
    if (!isKnown(value) || values.includes(String(value))) return [];
    const list = values.map((item) => JSON.stringify(item)).join(" ");
    return [
        {
            property: path,
            reason: `expected ${attribute(path)} to be one of [${list}], got ${String(value)}`,
        },
    ];
}

/** A whole number between two bounds. */
export function between(inputs: Properties, path: string, least: number, most: number): Failure[] {
    const value = at(inputs, path);
    if (!isKnown(value) || (Number(value) >= least && Number(value) <= most)) return [];
    return [
        {
            property: path,
            reason: `expected ${attribute(path)} to be in the range (${least} - ${most}), got ${String(value)}`,
        },
    ];
}

/** A whole number with a lower bound alone. */
export function atLeast(inputs: Properties, path: string, least: number): Failure[] {
    const value = at(inputs, path);
    if (!isKnown(value) || Number(value) >= least) return [];
    const reason = `expected ${attribute(path)} to be at least (${least}), got ${String(value)}`;
    return [{ property: path, reason }];
}

/** A text of a certain length. */
export function lengthBetween(inputs: Properties, path: string, least: number, most: number): Failure[] {
    const value = at(inputs, path);
    if (typeof value !== "string" || value === UNKNOWN) return [];
    if (value.length >= least && value.length <= most) return [];
    const reason = `expected length of ${attribute(path)} to be in the range (${least} - ${most}), got ${value}`;
    return [{ property: path, reason }];
}

/** Exactly one of several properties; an unknown one counts as given. */
export function exactlyOneOf(inputs: Properties, names: readonly string[]): Failure[] {
    const given = names.filter((name) => isGiven(inputs[name]));
    const list = (some: readonly string[]): string => some.map(attribute).join(",");
    if (given.length === 1) return [];
    const reason =
        given.length === 0
            ? `one of \`${list(names)}\` must be specified`
            : `only one of \`${list(names)}\` can be specified, but \`${list(given)}\` were specified.`;
    return [{ property: given[0] ?? names[0], reason }];
}

/** Two properties that exclude each other. */
export function conflicts(inputs: Properties, name: string, other: string): Failure[] {
    if (!isGiven(inputs[name]) || !isGiven(inputs[other])) return [];
    return [{ property: name, reason: `conflicts with ${attribute(other)}` }];
}

/** An IPv4 range whose address is its first. */
export function ipv4Network(inputs: Properties, path: string): Failure[] {
    const value = at(inputs, path);
    if (typeof value !== "string" || value === UNKNOWN) return [];
    const network = networkOf(value);
    if (network === undefined) {
        const reason = `"${value}" is not a valid CIDR block: invalid CIDR address: ${value}`;
        return [{ property: path, reason }];
    }
    const right = formatCidr(network);
    if (right === value) return [];
    return [{ property: path, reason: `"${value}" is not a valid CIDR block; did you mean "${right}"?` }];
}

/** An ARN. Source of the words that stand for an account: terraform-provider-aws internal/verify, ValidARN. */
export function arnText(inputs: Properties, path: string): Failure[] {
    const value = at(inputs, path);
    if (typeof value !== "string" || value === UNKNOWN) return [];
    if (/^arn:[\w-]+:[\w.-]+:[\w-]*:(\d{12}|aws|aws-managed|third-party)?:.+$/.test(value)) return [];
    const why = value.startsWith("arn:") ? "not enough sections" : "invalid prefix";
    return [{ property: path, reason: `"${attribute(path)}" (${value}) is an invalid ARN: arn: ${why}` }];
}

/** A JSON document. */
export function jsonText(inputs: Properties, path: string): Failure[] {
    const value = at(inputs, path);
    if (typeof value !== "string" || value === UNKNOWN) return [];
    try {
        JSON.parse(value);
        return [];
    } catch (error) {
        return [
            {
                property: path,
                reason: `"${attribute(path)}" contains an invalid JSON: ${(error as Error).message}`,
            },
        ];
    }
}

/** Properties that AWS takes and the sandbox does not act on: refused, rather than taken and ignored. */
export function notPretended(inputs: Properties, names: readonly string[]): Failure[] {
    return names
        .filter((name) => isGiven(inputs[name]) && inputs[name] !== false && inputs[name] !== "")
        .map((name) => ({
            property: name,
            reason: `the sandbox does not act on "${name}" yet; leave it out`,
        }));
}

/** Whether a value is there and known. */
export function isKnown(value: Value | undefined): value is Value {
    return isGiven(value) && !hasUnknown(value);
}

export function isGiven(value: Value | undefined): value is Value {
    return value !== undefined && value !== null;
}

/** `metadataOptions.httpTokens` as the provider calls it, `metadata_options.0.http_tokens`: the last part of it. */
function attribute(path: string): string {
    const name = path.split(".").at(-1) ?? path;
    return name.replace(/\[\d+\]$/, "").replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
