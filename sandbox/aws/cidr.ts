/** An IPv4 range: its first address as a number, and its prefix length. */
export interface Range {
    first: number;
    prefix: number;
}

/**
 * Parses an IPv4 CIDR block.
 * @returns undefined when it is none, or when its address is not the first of the range
 */
export function parseCidr(cidr: string): Range | undefined {
    const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(cidr);
    if (match === null) return undefined;
    const [a, b, c, d, prefix] = match.slice(1).map(Number);
    if ([a, b, c, d].some((octet) => octet > 255) || prefix > 32) return undefined;
    const first = ((a * 256 + b) * 256 + c) * 256 + d;
    return first % size(prefix) === 0 ? { first, prefix } : undefined;
}

export function contains(outer: Range, inner: Range): boolean {
    return inner.first >= outer.first && inner.first + size(inner.prefix) <= outer.first + size(outer.prefix);
}

export function overlaps(a: Range, b: Range): boolean {
    return a.first < b.first + size(b.prefix) && b.first < a.first + size(a.prefix);
}

/** Addresses in a range of this prefix length. */
function size(prefix: number): number {
    return 2 ** (32 - prefix);
}
