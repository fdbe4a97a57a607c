import * as assert from "node:assert/strict";
import { Waiting } from "../../../sandbox/plugin/waiting";

/** Longer than any test may take. */
const FOR_EVER = 1_000_000;

describe("the time that services take", () => {
    it("is none at scale 0", async () => {
        assert.equal(await new Waiting(0).for(FOR_EVER), true);
    });

    it("comes to its end at the scale of the run", async () => {
        assert.equal(await new Waiting(1 / FOR_EVER).for(FOR_EVER / 100), true);
    });

    it("ends when the engine is told to stop, and does not begin after that", async () => {
        const waiting = new Waiting(1);
        const waits = [waiting.for(FOR_EVER), waiting.for(FOR_EVER)];
        waiting.cancel();
        assert.deepEqual(await Promise.all([...waits, waiting.for(FOR_EVER)]), [false, false, false]);
    });
});
