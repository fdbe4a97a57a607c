import assert from "node:assert/strict";
import { againstFloor } from "../../bench/against-floor";
import type { Bench } from "../../bench/figure";
import type { Run } from "../../bench/workspace";

const runs = (...times: number[]) => times.map((ms) => ({ ms }) as Run);

describe("A stack against its floor", () => {
    it("is a row of medians and the pairs' ratio, in the order of the stacks", async () => {
        const bench = { stacks: ["dvlp", "prod"] } as unknown as Bench;
        const pairs = {
            dvlp: { platform: runs(12, 24, 600), floor: runs(10, 20, 500) },
            prod: { platform: runs(30), floor: runs(15) },
        };
        const rows = await againstFloor(
            bench,
            (stack) => Promise.resolve(pairs[stack as keyof typeof pairs]),
            ({ ms }) => ms,
            { unit: "ms" },
        );
        assert.deepEqual(rows, [
            { subject: "dvlp", value: 24, floor: 20, ratio: 1.2, unit: "ms" },
            { subject: "prod", value: 30, floor: 15, ratio: 2, unit: "ms" },
        ]);
    });
});
