import { formatRange, overlaps, parseRange, type AddressRange } from "../config/cidr";

/**
 * Where the ranges of ephemeral stacks come from: 10.192.0.0 to 10.207.255.255, sixteen of dvlp's size. The environments'
 * own ranges and the networks connected to them lie elsewhere, and are left out if they ever do not.
 */
export const POOL = "10.192.0.0/12";

/** As dvlp's: the CIDR plan of a smaller one has smaller subnets, and an experiment there would show something else. */
const PREFIX = 16;

/** The ranges of the pool that none of the taken ones touches, in order. */
export function freeRanges(taken: readonly string[]): string[] {
    const others = taken.map(known);
    return slots().filter((slot) => !others.some((other) => overlaps(known(slot), other)));
}

/** All ranges of the pool. */
export function slots(): string[] {
    const pool = known(POOL);
    const size = 2 ** (32 - PREFIX);
    const count = (pool.last - pool.first + 1) / size;
    return Array.from({ length: count }, (_, index) => {
        const first = pool.first + index * size;
        return formatRange({ first, last: first + size - 1, prefix: PREFIX });
    });
}

function known(cidr: string): AddressRange {
    const range = parseRange(cidr);
    if (range === undefined) throw new Error(`${cidr} is not a range`);
    return range;
}
