import * as assert from "node:assert/strict";
import * as fc from "fast-check";
import {
    contains,
    formatAddress,
    formatCidr,
    networkOf,
    overlaps,
    parseCidr,
    sizeOf,
    type Range,
} from "../../../../sandbox/aws/format/cidr";

const range = fc
    .tuple(fc.integer({ min: 0, max: 2 ** 32 - 1 }), fc.integer({ min: 0, max: 32 }))
    .map(([address, prefix]) => networkOf(`${formatAddress(address)}/${prefix}`)!);

describe("IPv4 ranges", () => {
    it("are read and written alike", () => {
        fc.assert(fc.property(range, (one) => assert.deepEqual(parseCidr(formatCidr(one)), one)));
    });

    it("are none without four octets and a length, or when the address is not the first", () => {
        const none = ["", "10.0.0.0", "10.0.0/8", "256.0.0.0/8", "10.0.0.0/33", "10.0.0.1/8", "::/0"];
        for (const text of none) assert.equal(parseCidr(text), undefined, text);
    });

    it("of an address within are found by its prefix length", () => {
        assert.equal(formatCidr(networkOf("10.1.2.3/16")!), "10.1.0.0/16");
        assert.equal(networkOf("10.1.2/16"), undefined);
    });

    it("hold 2 to the power of what the prefix leaves", () => {
        assert.equal(sizeOf({ prefix: 24 }), 256);
        assert.equal(sizeOf({ prefix: 0 }), 2 ** 32);
    });

    it("contain their halves, and the halves do not overlap", () => {
        const halving = range.filter((one) => one.prefix < 32);
        fc.assert(
            fc.property(halving, (whole) => {
                const prefix = whole.prefix + 1;
                const low: Range = { first: whole.first, prefix };
                const high: Range = { first: whole.first + sizeOf(low), prefix };
                assert.ok(contains(whole, low) && contains(whole, high));
                assert.ok(!contains(low, whole) && !overlaps(low, high));
                assert.ok(overlaps(whole, high) && overlaps(high, whole));
            }),
        );
    });
});
