import * as assert from "node:assert/strict";
import fc from "fast-check";
import { subnetCidr, TIERS, type Tier } from "../../../components/network/cidr-plan";

/** Random plans: a VPC range the configuration allows, some of the zones, and tiers in slots of their own. */
const vpcs = fc
    .tuple(fc.integer({ min: 16, max: 18 }), fc.integer({ min: 0, max: 255 }), fc.integer({ min: 0, max: 3 }))
    .map(([prefix, second, quarter]) => ({
        prefix,
        cidr: `10.${second}.${prefix === 16 ? 0 : prefix === 17 ? (quarter % 2) * 128 : quarter * 64}.0/${prefix}`,
    }));
const zones = fc.subarray(["a", "b", "c", "d", "e", "f"], { minLength: 1 });
const laterTiers: Tier[] = [
    { name: "data", slot: 5, slots: 1 },
    { name: "inspection", slot: 6, slots: 2 },
];
const tiers = fc.subarray<Tier>([...Object.values(TIERS), ...laterTiers], { minLength: 1 });

describe("the CIDR plan", () => {
    it("puts the tiers of zone a where its table says", () => {
        assert.equal(subnetCidr("10.16.0.0/16", "a", TIERS.private), "10.16.0.0/20");
        assert.equal(subnetCidr("10.16.0.0/16", "a", TIERS.public), "10.16.16.0/22");
        assert.equal(subnetCidr("10.16.0.0/16", "b", TIERS.private), "10.16.32.0/20");
        assert.equal(subnetCidr("10.16.0.0/16", "f", TIERS.public), "10.16.176.0/22");
    });

    it("keeps every subnet inside the VPC and apart from all others", () => {
        fc.assert(
            fc.property(vpcs, zones, tiers, (vpc, chosenZones, chosenTiers) => {
                const plan = chosenZones.flatMap((zone) =>
                    chosenTiers.map((tier) => range(subnetCidr(vpc.cidr, zone, tier))),
                );
                const outer = range(vpc.cidr);
                for (const [index, subnet] of plan.entries()) {
                    assert.ok(subnet.first >= outer.first && subnet.last <= outer.last, "outside the VPC");
                    for (const other of plan.slice(index + 1)) {
                        assert.ok(
                            subnet.last < other.first || other.last < subnet.first,
                            "two subnets overlap",
                        );
                    }
                }
            }),
            { numRuns: 3000 },
        );
    });

    it("moves no subnet when zones or tiers are added or removed", () => {
        fc.assert(
            fc.property(
                vpcs,
                zones,
                zones,
                tiers,
                tiers,
                (vpc, zonesBefore, zonesAfter, tiersBefore, tiersAfter) => {
                    const before = planOf(vpc.cidr, zonesBefore, tiersBefore);
                    const after = planOf(vpc.cidr, zonesAfter, tiersAfter);
                    for (const [subnet, cidr] of before) {
                        if (after.has(subnet)) assert.equal(after.get(subnet), cidr);
                    }
                },
            ),
            { numRuns: 3000 },
        );
    });

    it("makes only ranges that AWS takes: aligned, and between /16 and /28", () => {
        fc.assert(
            fc.property(vpcs, zones, tiers, (vpc, chosenZones, chosenTiers) => {
                for (const cidr of planOf(vpc.cidr, chosenZones, chosenTiers).values()) {
                    const { first, last, prefix } = range(cidr);
                    assert.ok(prefix >= 16 && prefix <= 28);
                    assert.equal(first % (last - first + 1), 0, `${cidr} is not aligned`);
                }
            }),
            { numRuns: 2000 },
        );
    });

    it("gives private subnets four times the addresses of public ones", () => {
        const size = (tier: Tier): number => {
            const { first, last } = range(subnetCidr("10.16.0.0/16", "a", tier));
            return last - first + 1;
        };
        assert.equal(size(TIERS.private), 4 * size(TIERS.public));
    });

    it("refuses a zone that has no block", () => {
        assert.throws(() => subnetCidr("10.16.0.0/16", "i", TIERS.private), /zone "i" has no block/);
        assert.throws(() => subnetCidr("10.16.0.0/16", "1a", TIERS.private), /zone "1a" has no block/);
    });

    it("refuses a tier that would reach into another zone, or lies across its slots", () => {
        assert.throws(
            () => subnetCidr("10.16.0.0/16", "a", { name: "wide", slot: 6, slots: 4 }),
            /tier "wide" does not fit/,
        );
        assert.throws(
            () => subnetCidr("10.16.0.0/16", "a", { name: "odd", slot: 1, slots: 2 }),
            /tier "odd" does not fit/,
        );
    });

    it("has no two tiers in one slot", () => {
        const slots = Object.values(TIERS).flatMap((tier) =>
            Array.from({ length: tier.slots }, (_, index) => tier.slot + index),
        );
        assert.equal(new Set(slots).size, slots.length);
    });
});

/** CIDR by zone and tier. */
function planOf(vpc: string, chosenZones: string[], chosenTiers: Tier[]): Map<string, string> {
    return new Map(
        chosenZones.flatMap((zone) =>
            chosenTiers.map((tier) => [`${tier.name}-${zone}`, subnetCidr(vpc, zone, tier)] as const),
        ),
    );
}

/** Reads a range independently of the code under test. */
function range(cidr: string): { first: number; last: number; prefix: number } {
    const [address, length] = cidr.split("/");
    const prefix = Number(length);
    const first = Number(
        BigInt(
            "0x" +
                address
                    .split(".")
                    .map((octet) => Number(octet).toString(16).padStart(2, "0"))
                    .join(""),
        ),
    );
    return { first, last: first + 2 ** (32 - prefix) - 1, prefix };
}
