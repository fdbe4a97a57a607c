import { dayOf } from "../config/day";
import { CLAIM_TAG, claimText } from "./claim";
import { command, type Context } from "./context";
import { DAYS, planUp, type UpPlan } from "./plan";
import { ownFile } from "./restore";
import { amendedFile, secretsProvider, settingsIn } from "./stack-file";
import { readStacks } from "./stacks";
import { UserError } from "../command-line/user-error";

export interface UpOptions {
    owner?: string;
    days?: number;
    /** Go on without being asked. */
    yes?: boolean;
    /** Give up the lock of a run that was killed. */
    unlock?: boolean;
}

/**
 * Makes a ticket's stack, or brings it up to date. Every step looks at what is there, so that a run that was killed is
 * continued by the next one.
 * @returns the exit code
 */
export async function up(context: Context, ticket: string, options: UpOptions): Promise<number> {
    const { pulumi, aws, say } = context;
    if (aws && !context.interactive && options.yes !== true)
        throw new UserError("Nobody is there to agree to the update: add --yes.", 2);
    const plan = await claimed(context, ticket, options);
    writeFile(context, plan);
    if (options.unlock === true) await pulumi.ask(["cancel", "-s", plan.stack, "--yes"]);
    const code = await pulumi.run(["up", "-s", plan.stack, ...(options.yes === true ? ["--yes"] : [])]);
    say(code === 0 ? finished(context, plan) : unfinished(context, plan));
    return code;
}

/**
 * Claims a range for the stack. The claim is written first and compared afterwards, so that of two runs that chose the
 * same range at the same moment at least one sees the other; whoever sees one gives way.
 */
async function claimed(context: Context, ticket: string, options: UpOptions): Promise<UpPlan> {
    const { pulumi, say } = context;
    const contested: string[] = [];
    for (;;) {
        const plan = await planned(context, ticket, options, contested);
        if (contested.length === 0) say(shown(plan, context));
        if (!plan.exists) {
            refuseForeignFile(context, plan);
            await initialise(context, plan);
        }
        await pulumi.ask(["stack", "tag", "set", "-s", plan.stack, CLAIM_TAG, claimText(plan.settings)]);
        if (plan.settled) return plan;
        const stacks = await readStacks(pulumi);
        const { cidr } = plan.settings;
        if (!stacks.some((other) => other.stack !== plan.stack && other.cidr === cidr)) return plan;
        say(`Another run claimed ${cidr} at this very moment: looking for another range.`);
        contested.push(cidr);
    }
}

async function planned(
    context: Context,
    ticket: string,
    { owner, days }: UpOptions,
    contested: readonly string[],
): Promise<UpPlan> {
    const { pulumi, files, now } = context;
    const stacks = await readStacks(pulumi);
    const current = stacks.find((one) => one.ticket === ticket);
    const own = current === undefined ? undefined : await ownFile(context, current.stack);
    const [dvlp, reserved] = [files.require("dvlp"), files.reserved()];
    return planUp({ ticket, owner, days, today: dayOf(now), dvlp, own, stacks, reserved, contested });
}

/** A file without a stack is a killed run's, which says the ticket, or somebody's own, which is not to be lost. */
function refuseForeignFile({ files }: Context, { stack, settings }: UpPlan): void {
    const there = files.read(stack);
    if (there === undefined || ticketIn(files.nameOf(stack), there) === settings.ticket) return;
    throw new UserError(
        `${files.pathOf(stack)} is there, and was not made for ticket ${settings.ticket}. ` +
            "Move it away, or choose another ticket.",
    );
}

function ticketIn(name: string, content: string): string | undefined {
    try {
        return settingsIn(name, content).ticket;
    } catch (error) {
        if (error instanceof UserError) return undefined;
        throw error;
    }
}

/** The file comes first: what the engine makes for the stack's secrets goes into it. */
async function initialise({ pulumi, files }: Context, { stack, file }: UpPlan): Promise<void> {
    files.write(stack, file);
    const provider = secretsProvider(files.nameOf(stack), file);
    const keeper = provider === undefined ? [] : ["--secrets-provider", provider];
    await pulumi.ask(["stack", "init", stack, "--no-select", ...keeper]);
}

/** What the engine added to the file, and what people set in it, stays. */
function writeFile({ files }: Context, { stack, file, settings }: UpPlan): void {
    const there = files.read(stack);
    files.write(stack, there === undefined ? file : amendedFile(files.nameOf(stack), there, settings));
}

function shown({ stack, exists, settings, warnings }: UpPlan, { aws }: Context): string {
    return [
        `${stack}: ${exists ? "there already, is brought up to date" : "a new stack, with the configuration of dvlp"}`,
        `  in        ${aws ? "AWS, the account of dvlp" : "the sandbox"}`,
        `  owner     ${settings.owner}`,
        `  last day  ${settings.expires}`,
        `  range     ${settings.cidr}`,
        ...warnings.map((warning) => `  warning   ${warning}`),
        "",
    ].join("\n");
}

function finished(context: Context, { stack, settings }: UpPlan): string {
    return [
        "",
        `${stack} is up. Its last day is ${settings.expires}; it does not go by itself.`,
        `  remove it    ${command(context, "down", settings.ticket)}`,
        `  more days    ${command(context, "up", settings.ticket)} --days ${DAYS}`,
    ].join("\n");
}

function unfinished(context: Context, { stack, settings }: UpPlan): string {
    return [
        "",
        `${stack} is not complete.`,
        `  go on        ${command(context, "up", settings.ticket)}`,
        `  give it up   ${command(context, "down", settings.ticket)}`,
        "A run was killed, or a limit of the account was met, such as VpcLimitExceeded:",
        "docs/ephemeral.md. A lock that is left over: --unlock.",
    ].join("\n");
}
