import { Command, InvalidArgumentError, Option } from "commander";
import { dayOf } from "../config/day";
import { LONGEST_LIFE } from "../config/rules/ephemeral";
import type { Context } from "./context";
import { down, downExpired, type DownOptions } from "./down";
import { listed, table } from "./list";
import { DAYS } from "./plan";
import { readStacks } from "./stacks";
import { ticketFrom } from "./ticket";
import { up, type UpOptions } from "./up";
import { runLine } from "../command-line/run-line";
import { UserError } from "../command-line/user-error";

const ABOUT = `Clusters for experiments, one for each ticket: T-123's is the stack dvlp-t-123.

A stack has dvlp's configuration, a range of its own, an owner and a last day.
docs/ephemeral.md tells more.`;

/** `npm run ephemeral -- ARGS` @param contextFor where to: AWS or the sandbox @returns the exit code */
export async function run(
    args: readonly string[],
    contextFor: (aws: boolean) => Context,
    output: (text: string) => void = (text) => void process.stdout.write(text),
): Promise<number> {
    let code = 0;
    const program = new Command("npm run ephemeral --").description(ABOUT).helpCommand(false).exitOverride();
    const add = (name: string, description: string): Command =>
        program.command(name).description(description).option("--aws", "on AWS; without it in the sandbox");
    const unlock = new Option("--unlock", "a killed run left its lock: give it up first");
    const yes = new Option("-y, --yes", "go on without asking");

    add("up", "makes a ticket's stack, or brings it up to date")
        .argument("<ticket>", "T-123; upper and lower case are the same", ticket)
        .option("--owner <team>", "the team that answers for it (default: dvlp's)")
        .option(
            "--days <days>",
            `last day, counted from today, 1 to ${LONGEST_LIFE} (default: ${DAYS})`,
            days,
        )
        .addOption(yes)
        .addOption(unlock)
        .action(async (name: string, options: UpOptions & Where) => {
            code = await up(contextFor(options.aws === true), name, options);
        });
    add("down", "removes a ticket's stack and all that is in it")
        .argument("[ticket]", "T-123", ticket)
        .option("--expired", "all stacks whose last day is over")
        .addOption(yes)
        .addOption(unlock)
        .option("--unreachable", "the cluster is gone: forget what ran on it")
        .action(async (name: string | undefined, options: DownOptions & Where & { expired?: boolean }) => {
            if ((name === undefined) !== (options.expired === true))
                throw new UserError("Name a ticket, or --expired for all stacks whose last day is over.", 2);
            const context = contextFor(options.aws === true);
            code =
                name === undefined ? await downExpired(context, options) : await down(context, name, options);
        });
    add("list", "the ephemeral stacks that there are")
        .option("--json", "answer in JSON")
        .action(async (options: Where & { json?: boolean }) => {
            const { pulumi, now } = contextFor(options.aws === true);
            const stacks = await readStacks(pulumi);
            if (options.json === true) output(`${JSON.stringify(listed(stacks, dayOf(now)), null, 2)}\n`);
            else if (stacks.length === 0)
                output("There is no ephemeral stack. Make one: npm run ephemeral -- up TICKET\n");
            else output(`${table(stacks, dayOf(now), now)}\n`);
        });
    return (await runLine(program, args)) ?? code;
}

interface Where {
    aws?: boolean;
}

function ticket(text: string): string {
    try {
        return ticketFrom(text);
    } catch (error) {
        throw new InvalidArgumentError((error as Error).message);
    }
}

function days(text: string): number {
    const count = Number(text);
    if (/^\d+$/.test(text) && count >= 1 && count <= LONGEST_LIFE) return count;
    throw new InvalidArgumentError(`Write a whole number of days, 1 to ${LONGEST_LIFE}.`);
}
