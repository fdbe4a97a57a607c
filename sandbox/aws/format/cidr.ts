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
    const network = networkOf(cidr);
    return network !== undefined && formatCidr(network) === cidr ? network : undefined;
}

/**
 * The range that an address with a prefix length lies in: `10.0.0.5/24` lies in `10.0.0.0/24`.
 * @returns undefined when the text is no IPv4 address with a prefix length
 */
export function networkOf(cidr: string): Range | undefined {
    const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(cidr);
    if (match === null) return undefined;
    const [a, b, c, d, prefix] = match.slice(1).map(Number);
    if ([a, b, c, d].some((octet) => octet > 255) || prefix > 32) return undefined;
    const address = ((a * 256 + b) * 256 + c) * 256 + d;
    return { first: address - (address % sizeOf({ prefix })), prefix };
}

export function formatCidr(range: Range): string {
    return `${formatAddress(range.first)}/${range.prefix}`;
}

export function formatAddress(address: number): string {
    return [24, 16, 8, 0].map((bits) => Math.floor(address / 2 ** bits) % 256).join(".");
}

export function contains(outer: Range, inner: Range): boolean {
    return inner.first >= outer.first && inner.first + sizeOf(inner) <= outer.first + sizeOf(outer);
}

export function overlaps(a: Range, b: Range): boolean {
    return a.first < b.first + sizeOf(b) && b.first < a.first + sizeOf(a);
}

/** How many addresses are in a range. */
export function sizeOf(range: Pick<Range, "prefix">): number {
    return 2 ** (32 - range.prefix);
}
