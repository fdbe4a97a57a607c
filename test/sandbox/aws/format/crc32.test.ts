import * as assert from "node:assert/strict";
import { crc32 } from "../../../../sandbox/aws/format/crc32";

describe("the checksum in ids", () => {
    it("is CRC-32 as everybody computes it", () => {
        // The check value of the catalogue of parametrised CRC algorithms.
        assert.equal(crc32("123456789"), 0xcbf43926);
        assert.equal(crc32(""), 0);
    });

    it("makes of a default route the number that provider ids end in", () => {
        assert.equal(crc32("0.0.0.0/0"), 1080289494);
    });
});
