import * as fs from "node:fs";
import * as path from "node:path";
import { readIfThere, writeAtomically } from "../cloud/files";
import { withLock } from "../cloud/lock";
import type { Fault } from "./fault";
import { noCounters, strike, type Counters, type Request, type Strike } from "./strike";

/**
 * The faults of one run of the engine, and what they have done in it. They lie in a folder, because every provider
 * is a process of its own and all of them count together.
 */
export class FaultRun {
    /** @param folder made by `begin`, handed to the plugins as SANDBOX_FAULT_RUN */
    constructor(readonly folder: string) {}

    /** Starts a run with its counters at nothing: those of a killed run of the same folder go. */
    static begin(folder: string, faults: readonly Fault[]): FaultRun {
        fs.rmSync(folder, { recursive: true, force: true });
        fs.mkdirSync(folder, { recursive: true });
        writeAtomically(path.join(folder, FAULTS), JSON.stringify(faults));
        return new FaultRun(folder);
    }

    /** The run that this process takes part in; undefined where there are no faults. */
    static current(environment: NodeJS.ProcessEnv = process.env): FaultRun | undefined {
        const folder = environment.SANDBOX_FAULT_RUN;
        return folder === undefined || folder === "" ? undefined : new FaultRun(folder);
    }

    /** What strikes a call; counted, so that it is asked once for each call. */
    next(request: Request): Promise<Strike[]> {
        return withLock(path.join(this.folder, ".lock"), () => {
            const { strikes, counters } = strike(this.faults, this.counters, request);
            writeAtomically(path.join(this.folder, COUNTERS), JSON.stringify(counters));
            return strikes;
        });
    }

    get faults(): Fault[] {
        return JSON.parse(readIfThere(path.join(this.folder, FAULTS)) ?? "[]") as Fault[];
    }

    get counters(): Counters {
        const content = readIfThere(path.join(this.folder, COUNTERS));
        return content === undefined ? noCounters() : (JSON.parse(content) as Counters);
    }

    end(): void {
        fs.rmSync(this.folder, { recursive: true, force: true });
    }
}

const FAULTS = "faults.json";
const COUNTERS = "counters.json";
