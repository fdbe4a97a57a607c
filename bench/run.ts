import { ENVIRONMENTS } from "../environments";
import { parseArguments, UsageError, type Asked } from "./arguments";
import type { Bench, Figure } from "./figure";
import { FIGURES } from "./figures";
import { describe, machine } from "./machine";
import { profileStack } from "./profile-stack";
import { Samples } from "./samples";
import { isMet, table, type Measured } from "./table";

/** Exit code for a command line that can't be meant. */
const USAGE = 2;

/**
 * `npm run bench -- ARGS`. The table or the JSON goes to stdout, progress to stderr.
 * @param root the checkout
 * @returns the exit code: 0 also where an aim is missed, for a busy machine is no fault of the code
 */
export async function run(args: readonly string[], root: string): Promise<number> {
    let asked: Asked;
    try {
        asked = parseArguments(
            args,
            FIGURES.map(({ name }) => name),
            ENVIRONMENTS,
        );
    } catch (error) {
        if (!(error instanceof UsageError)) throw error;
        process.stderr.write(`bench: ${error.message}\nnpm run bench -- --help tells what there is.\n`);
        return USAGE;
    }
    if (asked.help) process.stdout.write(help(FIGURES));
    else if (asked.profile) process.stdout.write(await profileStack(asked.stacks[0], root));
    else await measure(asked, root);
    return 0;
}

async function measure({ only, stacks, runs, cold, json }: Asked, root: string): Promise<void> {
    const say = (progress: string): void => void process.stderr.write(`bench: ${progress}\n`);
    const on = machine();
    const bench: Bench = { root, stacks, runs, cold, say, samples: new Samples(runs, say) };
    const measured: Measured[] = [];
    for (const figure of FIGURES.filter(({ name }) => only.length === 0 || only.includes(name)))
        measured.push({ figure, rows: await figure.measure(bench) });
    if (json) {
        const figures = measured.map(({ figure, rows }) => ({
            name: figure.name,
            title: figure.title,
            rows: rows.map((row) => ({ ...row, met: isMet(row) })),
        }));
        process.stdout.write(`${JSON.stringify({ machine: on, runs, figures }, null, 2)}\n`);
    } else {
        process.stdout.write(`${describe(on, runs)}\n\n${table(measured)}`);
    }
}

function help(figures: readonly Figure[]): string {
    return `Usage: npm run bench -- [OPTIONS]

Measures the platform's program in the sandbox, in turns with its floor: the
least program that registers the same resources (docs/benchmarks.md).

  --only FIGURE   this figure alone; can be given several times
  --stack STACK   this stack alone: ${ENVIRONMENTS.join(", ")}; several times, too
  --runs N        runs that a median is taken of, default 5
  --cold          also set-up in a fresh clone and from nothing: minutes
  --profile       where the time of one preview goes, instead of figures
  --json          for programs
  --help          this text

Figures:
${figures.map(({ name, title }) => `  ${name.padEnd(14)}  ${title}`).join("\n")}

Exit code: 0 measured, 1 failed, 2 the command line can't be meant.
`;
}
