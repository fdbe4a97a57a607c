import type { ProcessCost } from "./workspace";

/** What is read of a profile by V8, `*.cpuprofile`. */
export interface CpuProfile {
    nodes: { id: number; callFrame: { functionName: string; url: string }; children?: number[] }[];
    samples: number[];
    /** Microseconds that each sample stands for. */
    timeDeltas: number[];
}

/** Time of a package's code itself, what it calls left out. */
export interface Share {
    name: string;
    ms: number;
}

/** Where the processor was: packages, the program's own files, Node, and what V8 itself did. Longest first. */
export function sharesOf(profile: CpuProfile): Share[] {
    const byId = new Map(profile.nodes.map((node) => [node.id, node]));
    const shares = new Map<string, number>();
    profile.samples.forEach((sample, index) => {
        const { functionName, url } = byId.get(sample)!.callFrame;
        const name = ownerOf(url, functionName);
        shares.set(name, (shares.get(name) ?? 0) + profile.timeDeltas[index] / 1000);
    });
    return [...shares].map(([name, ms]) => ({ name, ms })).sort((a, b) => b.ms - a.ms);
}

function ownerOf(url: string, functionName: string): string {
    const inPackages = /^.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url);
    if (inPackages) return inPackages[1];
    if (url === "") return functionName; // (idle), (garbage collector)
    return url.startsWith("node:") ? "node" : "the program's own";
}

/** The processes of a run in the order of their starts, and where the program's time went. 80 columns. */
export function profileText(
    { started, ms }: { started: number; ms: number },
    processes: readonly ProcessCost[],
    shares: readonly Share[],
): string {
    return [
        `The run took ${ms.toFixed(0)} ms with the profiler on. Its Node processes:`,
        line("process", "start", "first resource", "processor", "memory"),
        ...processes.map((one) =>
            line(
                one.process,
                `${(one.startedAt - started).toFixed(0)} ms`,
                one.startMs === undefined ? "" : `+${one.startMs.toFixed(0)} ms`,
                `${one.cpuMs.toFixed(0)} ms`,
                `${one.peakMb.toFixed(0)} MB`,
            ),
        ),
        "",
        "The program's process, by whose code ran:",
        ...shares.slice(0, 20).map(({ name, ms }) => `${ms.toFixed(0).padStart(8)} ms  ${name}`),
        "",
    ].join("\n");
}

function line(name: string, ...cells: string[]): string {
    return [name.padEnd(24), ...cells.map((cell) => cell.padStart(12))].join(" ");
}
