import assert from "node:assert/strict";
import { describe as described, machine } from "../../bench/machine";

describe("The machine", () => {
    it("is described with what figures depend on", () => {
        const { cores, memoryGb, node } = machine();
        assert.ok(cores >= 1 && memoryGb >= 1);
        assert.equal(node, process.version);
    });

    it("is told in two lines", () => {
        const on = {
            processor: "Fast",
            cores: 2,
            memoryGb: 24,
            system: "linux 6 x64",
            node: "v20.1.0",
            load: 0.3,
        };
        assert.equal(
            described(on, 5),
            "Fast, 2 cores, 24 GB; linux 6 x64\nNode v20.1.0; load before the start 0.3; medians of 5 runs",
        );
    });
});
