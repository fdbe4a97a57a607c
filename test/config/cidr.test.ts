import assert from "node:assert/strict";
import fc from "fast-check";
import { contains, formatRange, overlaps, parseRange, type AddressRange } from "../../config/cidr";

function range(cidr: string): AddressRange {
    return parseRange(cidr) ?? assert.fail(cidr);
}

const anyRange = fc
    .tuple(fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.nat(255)), fc.nat(32))
    .map(([octets, prefix]) => `${octets.join(".")}/${prefix}`);

describe("config/cidr", () => {
    it("reads first and last address and the prefix", () => {
        assert.deepEqual(range("10.16.0.0/16"), { first: 0x0a100000, last: 0x0a10ffff, prefix: 16 });
        assert.deepEqual(range("255.255.255.255/32"), { first: 2 ** 32 - 1, last: 2 ** 32 - 1, prefix: 32 });
        assert.deepEqual(range("0.0.0.0/0"), { first: 0, last: 2 ** 32 - 1, prefix: 0 });
    });

    it("clears host bits, so that the form is the range's own", () => {
        assert.equal(formatRange(range("10.16.255.7/16")), "10.16.0.0/16");
    });

    it("reads its own form back to the same range", () => {
        fc.assert(
            fc.property(anyRange, (cidr) => assert.deepEqual(range(formatRange(range(cidr))), range(cidr))),
        );
    });

    it("knows what is no IPv4 range", () => {
        for (const text of [
            "10.16.0.0",
            "10.16.0.0/33",
            "10.256.0.0/16",
            "10.16.0/16",
            "::/0",
            "a",
            " 10.0.0.0/8",
        ]) {
            assert.equal(parseRange(text), undefined, text);
        }
    });

    it("tells ranges that overlap from ranges that touch", () => {
        assert.ok(overlaps(range("10.0.0.0/8"), range("10.255.255.255/32")));
        assert.ok(!overlaps(range("10.16.0.0/16"), range("10.17.0.0/16")));
        assert.ok(contains(range("10.0.0.0/8"), range("10.255.0.0/16")));
        assert.ok(!contains(range("10.16.0.0/16"), range("10.0.0.0/8")));
    });

    it("finds that ranges overlap where one contains the other, and nowhere else", () => {
        fc.assert(
            fc.property(anyRange, anyRange, (a, b) => {
                const nested = contains(range(a), range(b)) || contains(range(b), range(a));
                assert.equal(overlaps(range(a), range(b)), nested);
            }),
        );
    });
});
