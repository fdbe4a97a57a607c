import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { faultFile, withFaults } from "../../../sandbox/cli/fault-run";
import type { Place } from "../../../sandbox/cli/place";
import { holdState } from "../../../sandbox/faults/held-state";
import { FaultRun } from "../../../sandbox/faults/run";
import { temporaryFolder } from "../cloud/temporary-folder";
import { outputOf } from "./output";
import { pretendedPlace } from "./pretended-place";

describe("a run of the engine with faults", () => {
    const folder = temporaryFolder();
    let place: Place;
    let environment: NodeJS.ProcessEnv;
    const stacks = (): string => path.join(place.state, ".pulumi", "stacks", "core-platform");

    beforeEach(() => {
        ({ place, environment } = pretendedPlace(folder()));
        fs.mkdirSync(stacks(), { recursive: true });
        fs.writeFileSync(
            path.join(folder(), "faults.yaml"),
            "faults:\n  - { fault: throttle, type: Vpc }\n  - { fault: lose-state, step: 9 }\n",
        );
        environment = { ...environment, SANDBOX_FAULTS: "faults.yaml" };
    });

    it("is one without, where the variable is not set", async () => {
        const { SANDBOX_FAULTS: _, ...without } = environment;
        assert.equal(await withFaults(place, without, (given) => Promise.resolve(given)), without);
        assert.equal(faultFile({ ...without, SANDBOX_FAULTS: "" }), undefined);
    });

    it("says what struck and what did not, and leaves nothing behind", async () => {
        const request = { type: "aws:ec2/vpc:Vpc", name: "x", verb: "create", principal: "" } as const;
        const { stderr } = await outputOf(() =>
            withFaults(place, environment, async (given) => {
                await FaultRun.current(given)!.next(request);
            }),
        );
        assert.equal(
            stderr,
            "sandbox: fault 1 (throttle Vpc create) struck 1 time\n" +
                "sandbox: fault 2 (lose-state at step 9) did not strike\n",
        );
        assert.deepEqual(fs.readdirSync(path.join(place.folder, "fault-runs")), []);
    });

    it("gives held states back at its end, however it ends", async () => {
        const run = outputOf(() =>
            withFaults(place, environment, () => {
                holdState(place.folder);
                return Promise.reject(new Error("broken"));
            }),
        );
        await assert.rejects(run, { message: "broken" });
        assert.ok(fs.statSync(stacks()).isDirectory());
    });

    it("puts right what a killed run left behind, and leaves a living one alone", async () => {
        const { SANDBOX_FAULTS: _, ...without } = environment;
        const runs = path.join(place.folder, "fault-runs");
        const living = FaultRun.begin(path.join(runs, String(process.ppid)), []);
        holdState(place.folder);
        await withFaults(place, without, () => Promise.resolve());
        assert.ok(fs.statSync(stacks()).isFile());
        // No process has this id: it is above what Linux gives.
        fs.renameSync(living.folder, path.join(runs, "99999999"));
        await withFaults(place, without, () => Promise.resolve());
        assert.ok(fs.statSync(stacks()).isDirectory());
        assert.deepEqual(fs.readdirSync(runs), []);
    });

    it("takes a run with its own process id for a killed namesake's", async () => {
        const runs = path.join(place.folder, "fault-runs");
        FaultRun.begin(path.join(runs, String(process.pid)), []);
        holdState(place.folder);
        const during = withFaults(place, { ...environment, SANDBOX_FAULTS: "" }, () =>
            Promise.resolve([fs.statSync(stacks()).isDirectory(), fs.readdirSync(runs)]),
        );
        assert.deepEqual(await during, [true, []]);
    });
});
