import type { Samples } from "./samples";

/** One measured number of a figure. */
export interface Row {
    /** What was measured: a stack, a step. */
    subject: string;
    /** Median over the runs. */
    value: number;
    unit: "ms" | "MB" | "ms/resource" | "times";
    /** The same of the floor, where there is one. */
    floor?: number;
    /** Median of the pairs' ratios to the floor, or another ratio that the figure is about. */
    ratio?: number;
    /** The most that is aimed at. */
    aim?: { of: "value" | "ratio"; most: number };
}

/** What a figure can ask for. */
export interface Bench {
    /** Names of the stacks. */
    stacks: readonly string[];
    /** Number of runs that a median is taken of. */
    runs: number;
    /** Whether figures of minutes, from nothing at all, are asked for. */
    cold: boolean;
    /** The checkout. */
    root: string;
    samples: Samples;
    /** Tells a person what is going on. */
    say(progress: string): void;
}

/** One figure: a file of this room and a line in figures.ts. */
export interface Figure {
    /** As `--only` takes it. */
    name: string;
    /** What it says, half a line. */
    title: string;
    measure(bench: Bench): Promise<Row[]>;
}
