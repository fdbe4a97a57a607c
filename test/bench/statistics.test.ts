import assert from "node:assert/strict";
import { bend, median, pairedRatio, slope } from "../../bench/statistics";

describe("The median", () => {
    it("is the middle value in whatever order they come", () => {
        assert.equal(median([30, 1, 2]), 2);
        assert.equal(median([10, 9, 100]), 10);
    });

    it("lies between the two in the middle of an even number", () => {
        assert.equal(median([1, 2, 4, 1000]), 3);
    });

    it("is refused of nothing", () => {
        assert.throws(() => median([]), /no median of nothing/);
    });

    it("leaves the values as they were", () => {
        const values = [3, 1, 2];
        median(values);
        assert.deepEqual(values, [3, 1, 2]);
    });
});

describe("The ratio of pairs", () => {
    it("is not moved by a moment in which both were slow", () => {
        assert.equal(pairedRatio([12, 120, 12], [10, 100, 10]), 1.2);
    });

    it("is refused where one has no partner", () => {
        assert.throws(() => pairedRatio([1, 2], [1]), /2 values have 1 floors/);
    });
});

describe("The slope", () => {
    it("is that of a straight line", () => {
        assert.equal(slope([10, 100, 1000].map((x) => ({ x, y: 500 + 3 * x }))), 3);
    });

    it("is the least squares' where points lie beside it", () => {
        assert.equal(
            slope([
                { x: 0, y: 0 },
                { x: 1, y: 3 },
                { x: 2, y: 2 },
            ]),
            1,
        );
    });

    it("is refused of a single place", () => {
        assert.throws(() => slope([{ x: 1, y: 1 }]), /two places/);
    });
});

describe("The bend", () => {
    it("is 1 of a straight line, whatever the number and order of points", () => {
        for (const places of [
            [1000, 10, 500],
            [10, 100, 250, 500, 750, 1000],
        ])
            assert.equal(bend(places.map((x) => ({ x, y: 500 + 3 * x }))).toFixed(9), "1.000000000");
    });

    it("is 3 of a parabola from 0 with a middle point", () => {
        assert.equal(bend([0, 5, 10].map((x) => ({ x, y: x * x }))), 3);
    });
});
