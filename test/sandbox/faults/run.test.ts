import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import type { Fault } from "../../../sandbox/faults/fault";
import { FaultRun } from "../../../sandbox/faults/run";
import { temporaryFolder } from "../cloud/temporary-folder";

const FAULT: Fault = { fault: "fail", verb: "create", nth: 2, code: "X", message: "x" };
const REQUEST = { type: "aws:ec2/vpc:Vpc", name: "a", verb: "create", principal: "" } as const;

describe("a run with faults", () => {
    const folder = temporaryFolder();

    it("is there where the launcher names its folder", () => {
        assert.equal(FaultRun.current({}), undefined);
        assert.equal(FaultRun.current({ SANDBOX_FAULT_RUN: "" }), undefined);
        assert.equal(FaultRun.current({ SANDBOX_FAULT_RUN: "/x" })?.folder, "/x");
    });

    it("counts over all the processes that take part", async () => {
        const at = path.join(folder(), "run");
        const first = FaultRun.begin(at, [FAULT]);
        const second = new FaultRun(at);
        assert.deepEqual(await first.next(REQUEST), []);
        assert.deepEqual(await second.next(REQUEST), [{ fault: FAULT, times: 1 }]);
        assert.deepEqual(first.counters, { steps: 2, matched: [2], struck: [1] });
        first.end();
        assert.ok(!fs.existsSync(at));
    });

    it("counts from nothing where a killed run of the same folder left its counters", async () => {
        const at = path.join(folder(), "run");
        await FaultRun.begin(at, [FAULT]).next(REQUEST);
        assert.deepEqual(FaultRun.begin(at, [FAULT]).counters, { steps: 0, matched: [], struck: [] });
    });
});
