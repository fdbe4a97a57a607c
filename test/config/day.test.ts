import assert from "node:assert/strict";
import { dayOf, daysAfter, isDay } from "../../config/day";

describe("config/day", () => {
    it("takes the day of a moment in UTC, wherever the machine is", () => {
        assert.equal(dayOf(new Date("2026-11-30T23:59:59-01:00")), "2026-12-01");
        assert.equal(dayOf(new Date("2026-11-30T00:30:00Z")), "2026-11-30");
    });

    it("counts days over the ends of months and years, and over the change of the clocks", () => {
        assert.equal(daysAfter("2026-11-30", 3), "2026-12-03");
        assert.equal(daysAfter("2026-12-31", 1), "2027-01-01");
        assert.equal(daysAfter("2028-02-28", 2), "2028-03-01");
        assert.equal(daysAfter("2026-10-24", 2), "2026-10-26");
        assert.equal(daysAfter("2026-11-30", 0), "2026-11-30");
    });

    it("knows the days that the calendar has", () => {
        for (const day of ["2026-11-30", "2028-02-29"]) assert.ok(isDay(day), day);
        for (const text of ["2026-11-31", "2026-02-29", "2026-13-01", "2026-1-1", "soon", ""])
            assert.ok(!isDay(text), text);
    });
});
