/**
 * Where the subnets of a VPC lie. A range depends on nothing but the VPC's own range, the letter of its zone and
 * the slot of its tier: a zone or a tier that is added later moves no other subnet, nor does one that is removed.
 *
 * The VPC is cut into eight blocks of the same size, one for each zone letter (six are in use anywhere at AWS, `a` to
 * `f`); a block is cut into eight slots. In 10.16.0.0/16 a block is a /19 and a slot a /22:
 *
 * | slot  | tier     | of zone a       | addresses |
 * |-------|----------|-----------------|-----------|
 * | 0 - 3 | private  | 10.16.0.0/20    | 4,096     |
 * | 4     | public   | 10.16.16.0/22   | 1,024     |
 * | 5 - 7 | reserved | from 10.16.20.0 | 3,072     |
 */

/** A group of subnets with the same routes, and its place in every zone's block. */
export interface Tier {
    /** `private`, `public` */
    readonly name: string;
    /** The first slot, 0 to 7; a multiple of `slots`. */
    readonly slot: number;
    /** How many slots: 1, 2 or 4. */
    readonly slots: number;
}

/** The tiers of the platform. Never change a slot of one that is deployed: its subnets would be replaced. */
export const TIERS = {
    /** Nodes and pods; pods take an address each, so this is the large one. */
    private: { name: "private", slot: 0, slots: 4 },
    /** Load balancers and NAT gateways. */
    public: { name: "public", slot: 4, slots: 1 },
} as const satisfies Record<string, Tier>;

/** Bits that tell the blocks of a VPC, and the slots of a block, apart. */
const ZONE_BITS = 3;
const SLOT_BITS = 3;

/**
 * The range of one subnet.
 * @param vpcCidr /16 to /18 (AWS takes /28 at the smallest; a slot of a /18 is a /24), `10.16.0.0/16`
 * @param zone letter of the availability zone, `a` to `h`
 * @returns a CIDR block, `10.16.0.0/20`
 * @throws RangeError for a zone letter or a tier that has no place in the plan
 */
export function subnetCidr(vpcCidr: string, zone: string, tier: Tier): string {
    const block = zone.charCodeAt(0) - "a".charCodeAt(0);
    if (zone.length !== 1 || block < 0 || block >= 2 ** ZONE_BITS) {
        throw new RangeError(`zone "${zone}" has no block in the CIDR plan; it knows a to h`);
    }
    const last = tier.slot + tier.slots;
    if (
        ![1, 2, 4].includes(tier.slots) ||
        tier.slot % tier.slots !== 0 ||
        tier.slot < 0 ||
        last > 2 ** SLOT_BITS
    ) {
        throw new RangeError(
            `tier "${tier.name}" does not fit the CIDR plan: slots ${tier.slot} to ${last - 1} of 0 to 7`,
        );
    }
    const vpc = parse(vpcCidr);
    const slotPrefix = vpc.prefix + ZONE_BITS + SLOT_BITS;
    const slotsBefore = block * 2 ** SLOT_BITS + tier.slot;
    return format(vpc.first + slotsBefore * 2 ** (32 - slotPrefix), slotPrefix - Math.log2(tier.slots));
}

function parse(cidr: string): { first: number; prefix: number } {
    const [address, prefix] = cidr.split("/");
    const first = address.split(".").reduce((number, octet) => number * 256 + Number(octet), 0);
    return { first, prefix: Number(prefix) };
}

function format(first: number, prefix: number): string {
    const octets = [24, 16, 8, 0].map((bits) => Math.floor(first / 2 ** bits) % 256);
    return `${octets.join(".")}/${prefix}`;
}
