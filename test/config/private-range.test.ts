import assert from "node:assert/strict";
import { privateRangeFaults } from "../../config/private-range";

const LIMITS = { min: 16, max: 18, because: "so that it fits" };

function problems(cidr: string, limits?: typeof LIMITS): string[] {
    return [...privateRangeFaults(cidr, "10.8.0.0/16", limits)].map(({ problem }) => problem);
}

describe("config/private-range", () => {
    it("finds no fault with ranges of RFC 1918, up to whole ones and down to one address", () => {
        for (const cidr of ["10.0.0.0/8", "10.8.0.7/32", "172.16.0.0/14", "192.168.0.0/16"])
            assert.deepEqual(problems(cidr), [], cidr);
    });

    it("finds every fault of a range, each with what to do", () => {
        assert.deepEqual(
            [...privateRangeFaults("203.0.113.7/24", "10.8.0.0/16", LIMITS)],
            [
                {
                    problem: "does not start at the first address of its range",
                    remedy: "Write 203.0.113.0/24.",
                },
                { problem: "must be /16 to /18, so that it fits", remedy: "Write for example 10.8.0.0/16." },
                {
                    problem: "is not a private range (RFC 1918)",
                    remedy: "Take one within 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16.",
                },
            ],
        );
    });

    it("leaves it at that where the text is no range at all", () => {
        assert.deepEqual(problems("10.8.0.0/33", LIMITS), ["is not an IPv4 range"]);
    });

    it("limits the prefix only where asked", () => {
        assert.deepEqual(problems("10.8.0.0/19", LIMITS), ["must be /16 to /18, so that it fits"]);
        assert.deepEqual(problems("10.8.0.0/19"), []);
    });

    it("refuses what overlaps the cluster's services, from inside and from around", () => {
        for (const cidr of ["172.20.4.0/24", "172.16.0.0/12"])
            assert.deepEqual(problems(cidr), ["overlaps the cluster's service range 172.20.0.0/16"]);
    });
});
