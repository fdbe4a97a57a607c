import * as fs from "node:fs";
import * as path from "node:path";
import { entries } from "../cloud/files";
import { isGone } from "../cloud/lock";
import { describeFault } from "../faults/fault";
import { releaseState } from "../faults/held-state";
import { readFaults } from "../faults/read";
import { FaultRun } from "../faults/run";
import { callerFolder, type Place } from "./place";

/**
 * Runs the engine with the faults of SANDBOX_FAULTS, says afterwards which of them struck, and gives back the states
 * that one of them held. Without the variable, it just runs it.
 * @param action gets the environment that takes the faults to the plugins
 * @returns what the action returns
 */
export async function withFaults<T>(
    place: Place,
    environment: NodeJS.ProcessEnv,
    action: (environment: NodeJS.ProcessEnv) => Promise<T>,
): Promise<T> {
    clearAbandonedRuns(place);
    const file = faultFile(environment);
    if (file === undefined) return action(environment);
    const run = FaultRun.begin(path.join(runsFolder(place), String(process.pid)), readFaults(file));
    try {
        return await action({ ...environment, SANDBOX_FAULT_RUN: run.folder });
    } finally {
        releaseState(place.folder);
        // On stderr: what pulumi says on stdout may be read by a program.
        process.stderr.write(reportOf(run));
        run.end();
    }
}

/** The file that SANDBOX_FAULTS names, absolute; undefined where there is none. */
export function faultFile(environment: NodeJS.ProcessEnv): string | undefined {
    const named = environment.SANDBOX_FAULTS;
    return named === undefined || named === "" ? undefined : path.resolve(callerFolder(environment), named);
}

/** What each fault did, a line each. A fault that did nothing was perhaps written for something else. */
function reportOf(run: FaultRun): string {
    const { struck } = run.counters;
    const lines = run.faults.map((fault, index) => {
        const times = struck[index] ?? 0;
        const what = times === 0 ? "did not strike" : `struck ${times} ${times === 1 ? "time" : "times"}`;
        return `sandbox: fault ${index + 1} (${describeFault(fault)}) ${what}\n`;
    });
    return lines.join("");
}

/** Puts right what a killed run left behind: states that it held, and its counters. Before this process begins its own. */
function clearAbandonedRuns(place: Place): void {
    const runs = runsFolder(place);
    const abandoned = entries(runs).filter((pid) => isGone(Number(pid)));
    if (abandoned.length > 0) releaseState(place.folder);
    for (const pid of abandoned) fs.rmSync(path.join(runs, pid), { recursive: true, force: true });
}

/** One folder for each run with faults, by the process id of its launcher. */
function runsFolder(place: Place): string {
    return path.join(place.folder, "fault-runs");
}
