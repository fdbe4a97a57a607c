import assert from "node:assert/strict";
import { contains, overlaps, parseRange } from "../../config/cidr";
import { privateRangeFaults } from "../../config/private-range";
import { freeRanges, POOL, slots } from "../../ephemeral/pool";
import { StackFiles } from "../../ephemeral/files";

describe("ephemeral/pool", () => {
    it("has sixteen ranges of dvlp's size, none touching another", () => {
        const ranges = slots().map((cidr) => parseRange(cidr)!);
        assert.equal(ranges.length, 16);
        assert.equal(slots()[0], "10.192.0.0/16");
        assert.equal(slots()[15], "10.207.0.0/16");
        for (const [index, range] of ranges.entries())
            assert.ok(!ranges.slice(index + 1).some((other) => overlaps(range, other)));
        for (const range of ranges) assert.ok(contains(parseRange(POOL)!, range));
    });

    it("leaves the environments, the networks connected to them and the cluster's services alone", () => {
        for (const cidr of new StackFiles(".").reserved())
            assert.ok(!overlaps(parseRange(POOL)!, parseRange(cidr)!), cidr);
        for (const cidr of slots()) assert.deepEqual([...privateRangeFaults(cidr, "10.16.0.0/16")], []);
    });

    it("gives what nobody touches, in order: not even a part of it, nor what is around it", () => {
        const taken = ["10.192.0.0/16", "10.194.128.0/18", "10.16.0.0/16"];
        assert.deepEqual(freeRanges(taken).slice(0, 3), ["10.193.0.0/16", "10.195.0.0/16", "10.196.0.0/16"]);
        assert.deepEqual(freeRanges(["10.0.0.0/8"]), []);
        assert.equal(freeRanges([]).length, 16);
    });
});
