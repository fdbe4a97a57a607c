import { forcedOrder } from "./forced-order";
import { longestChain, type Task } from "./longest-chain";
import { durationIn, programOrder } from "./program-order";
import type { Resource } from "./resources";

/** One step of a chain. */
export interface ChainStep {
    type: string;
    name: string;
    seconds: number;
    /** Seconds from the start of the `up` to the step's end. */
    done: number;
    /** Where `seconds` comes from. */
    source: string;
}

/** A chain of resources, each of which waits for the one before. */
export interface Chain {
    seconds: number;
    steps: ChainStep[];
}

/** How long an `up` from nothing takes on AWS by the table of durations, and how long it would at least. */
export interface Report {
    stack: string;
    /** The longest chain as the program orders its resources. */
    program: Chain;
    /** The longest chain that AWS itself forces. */
    forced: Chain;
    /** The first by the second; 1 is the best that any program can do. */
    ratio: number;
}

/** @throws Error when the resources' dependencies go round in a circle */
export function reportOn(stack: string, resources: readonly Resource[]): Report {
    const program = chainOf(programOrder(resources), resources);
    const forced = chainOf(forcedOrder(resources), resources);
    return { stack, program, forced, ratio: program.seconds / forced.seconds };
}

function chainOf(tasks: readonly Task[], resources: readonly Resource[]): Chain {
    const byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
    const links = longestChain(tasks);
    return {
        seconds: links.at(-1)?.done ?? 0,
        steps: links.flatMap(({ id, seconds, done }) => {
            const resource = byUrn.get(id);
            if (resource === undefined || seconds === 0) return [];
            const { type, name } = resource;
            return [{ type, name, seconds, done, source: durationIn(resource).source }];
        }),
    };
}

/** The report for people, at most 80 columns wide. */
export function reportText(report: Report): string {
    const { stack, program, forced, ratio } = report;
    return [
        `${stack}: an up from nothing takes ${minutes(program.seconds)} on AWS, by the table of durations.`,
        "",
        "The chain that makes it:",
        ...program.steps.map(line),
        "",
        `The chain that AWS itself forces: ${minutes(forced.seconds)}`,
        ...forced.steps.map(line),
        "",
        `The program takes ${ratio.toFixed(2)} times what AWS forces. ${worth(program)}`,
        "",
    ].join("\n");
}

const COLUMNS = 80;

function line({ type, name, seconds, done }: ChainStep): string {
    const times = `${minutes(done).padStart(8)} ${`+${seconds} s`.padStart(7)}  `;
    const kind = type.split(":").at(-1) ?? type;
    const inOneLine = `${times}${kind} ${name}`;
    return inOneLine.length <= COLUMNS ? inOneLine : `${times}${kind}\n${" ".repeat(times.length)}${name}`;
}

/** `13m28s` */
export function minutes(seconds: number): string {
    return `${Math.floor(seconds / 60)}m${String(Math.round(seconds % 60)).padStart(2, "0")}s`;
}

/** How much of a chain is more than a guess. */
function worth({ seconds, steps }: Chain): string {
    const guessed = steps
        .filter(({ source }) => source.startsWith("estimate:"))
        .reduce((sum, step) => sum + step.seconds, 0);
    return `Estimates: ${Math.round((100 * guessed) / (seconds || 1))} % of it.`;
}
