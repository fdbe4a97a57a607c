import * as os from "node:os";

/** What figures were measured on; without it they say little. */
export interface Machine {
    processor: string;
    cores: number;
    memoryGb: number;
    system: string;
    node: string;
    /** Runnable processes of the last minute before the start: far above 0, others were at work. */
    load: number;
}

export function machine(): Machine {
    return {
        processor: os.cpus()[0]?.model.trim() ?? "unknown",
        cores: os.availableParallelism(),
        memoryGb: Math.round(os.totalmem() / 2 ** 30),
        system: `${os.platform()} ${os.release()} ${os.arch()}`,
        node: process.version,
        load: Math.round(os.loadavg()[0] * 10) / 10,
    };
}

/** One or two lines of at most 80 columns. */
export function describe({ processor, cores, memoryGb, system, node, load }: Machine, runs: number): string {
    return [
        `${processor}, ${cores} cores, ${memoryGb} GB; ${system}`,
        `Node ${node}; load before the start ${load}; medians of ${runs} runs`,
    ].join("\n");
}
