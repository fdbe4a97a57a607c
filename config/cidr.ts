/** IPv4 ranges in CIDR notation, as plain numbers. */

export interface AddressRange {
    /** First address, as an unsigned 32-bit number. */
    readonly first: number;
    /** Last address, inclusive. */
    readonly last: number;
    /** Length of the fixed part, 0 to 32. */
    readonly prefix: number;
}

/**
 * Reads `10.16.0.0/16`; host bits may be set and are cleared.
 * @returns undefined when it is no IPv4 range
 */
export function parseRange(cidr: string): AddressRange | undefined {
    const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(cidr);
    if (match === null) return undefined;
    const numbers = match.slice(1).map(Number);
    const prefix = numbers[4];
    if (prefix > 32 || numbers.slice(0, 4).some((octet) => octet > 255)) return undefined;
    const address = numbers.slice(0, 4).reduce((sum, octet) => sum * 256 + octet, 0);
    const size = 2 ** (32 - prefix);
    const first = address - (address % size);
    return { first, last: first + size - 1, prefix };
}

/** The range as CIDR notation, from its first address. */
export function formatRange(range: AddressRange): string {
    const octets = [24, 16, 8, 0].map((shift) => Math.floor(range.first / 2 ** shift) % 256);
    return `${octets.join(".")}/${range.prefix}`;
}

/** Whether the two have an address in common. */
export function overlaps(a: AddressRange, b: AddressRange): boolean {
    return a.first <= b.last && b.first <= a.last;
}

/** Whether `inner` lies wholly in `outer`. */
export function contains(outer: AddressRange, inner: AddressRange): boolean {
    return outer.first <= inner.first && inner.last <= outer.last;
}
