/** What makes an IPv4 range one that a VPC, or a network connected to it, can have. */
import { contains, formatRange, overlaps, parseRange, type AddressRange } from "./cidr";

/** The range of the cluster's services: EKS takes it unless told otherwise where the VPC is in 10.0.0.0/8. */
export const SERVICE_RANGE = "172.20.0.0/16";

/** RFC 1918. */
const PRIVATE_RANGES = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"];

/** Which prefixes will do, and why others will not: none wider than the widest private range will anyway. */
export interface PrefixLimits {
    readonly min: number;
    readonly max: number;
    /** Goes on after the limits: "so that ...". */
    readonly because: string;
}

/** What is wrong with a range, and what to do: of a ConfigIssue, the part that no key is needed for. */
export interface RangeFault {
    readonly problem: string;
    readonly remedy: string;
}

/**
 * All that keeps a text from being a private IPv4 range beside the cluster's services.
 * @param example a range that fits, for the remedy
 * @param limits default: any prefix that a private range has
 */
export function* privateRangeFaults(
    cidr: string,
    example: string,
    limits?: PrefixLimits,
): Iterable<RangeFault> {
    const range = parseRange(cidr);
    if (range === undefined) {
        const remedy = `Write four numbers up to 255 and a prefix: ${example}.`;
        yield { problem: "is not an IPv4 range", remedy };
        return;
    }
    if (formatRange(range) !== cidr) {
        const problem = "does not start at the first address of its range";
        yield { problem, remedy: `Write ${formatRange(range)}.` };
    }
    if (limits !== undefined && (range.prefix < limits.min || range.prefix > limits.max)) {
        const problem = `must be /${limits.min} to /${limits.max}, ${limits.because}`;
        yield { problem, remedy: `Write for example ${example}.` };
    }
    if (!PRIVATE_RANGES.some((outer) => contains(known(outer), range))) {
        const remedy = `Take one within ${PRIVATE_RANGES.join(", ")}.`;
        yield { problem: "is not a private range (RFC 1918)", remedy };
    }
    if (overlaps(range, known(SERVICE_RANGE))) {
        const problem = `overlaps the cluster's service range ${SERVICE_RANGE}`;
        yield { problem, remedy: "Take one elsewhere, for example in 10.0.0.0/8." };
    }
}

function known(cidr: string): AddressRange {
    const range = parseRange(cidr);
    if (range === undefined) throw new Error(`${cidr} is not a range`);
    return range;
}
