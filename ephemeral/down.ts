import { ephemeralStackOf, TAG_KEYS } from "../environments";
import { dayOf } from "../config/day";
import { command, type Context } from "./context";
import { pendingCreates, type Deployment } from "./deployment";
import { isExpired, table } from "./list";
import { ownFile } from "./restore";
import { readStacks, type EphemeralStack } from "./stacks";
import { UserError } from "../command-line/user-error";

/** How a person or a job ends a run. */
const ENDING = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

export interface DownOptions {
    /** Go on without being asked. */
    yes?: boolean;
    /** Give up the lock of a run that was killed. */
    unlock?: boolean;
    /** The cluster is gone: forget what ran on it. */
    unreachable?: boolean;
}

/**
 * Removes a ticket's stack: its resources, its state, its file.
 * @returns the exit code; 0 too where it is gone already
 */
export async function down(context: Context, ticket: string, options: DownOptions): Promise<number> {
    const { files, pulumi, say } = context;
    const stack = (await readStacks(pulumi)).find((one) => one.ticket === ticket);
    if (stack === undefined) {
        say(`There is no ephemeral stack of ticket ${ticket}: nothing to do.`);
        const name = ephemeralStackOf(ticket);
        // Perhaps of a stack in another backend, and written by hand: docs/local-cluster.md.
        if (files.read(name) !== undefined)
            say(`Its file stays; delete it if no stack needs it:\n  ${files.pathOf(name)}`);
        return 0;
    }
    return remove(context, [stack], options);
}

/** Removes all ephemeral stacks whose last day is over, one after the other. @returns 1 when one of them stays */
export async function downExpired(context: Context, options: DownOptions): Promise<number> {
    const { now, pulumi, say } = context;
    const today = dayOf(now);
    const expired = (await readStacks(pulumi)).filter((one) => isExpired(one, today));
    if (expired.length === 0) {
        say("No ephemeral stack has expired.");
        return 0;
    }
    say(`${table(expired, today, now)}\n`);
    return remove(context, expired, options);
}

async function remove(
    context: Context,
    stacks: readonly EphemeralStack[],
    options: DownOptions,
): Promise<number> {
    const { say } = context;
    if (options.yes !== true && !context.interactive)
        throw new UserError("Nobody is there to agree to the removal: add --yes. Nothing was removed.", 2);
    const stop = new AbortController();
    const [ready, untouched, begun]: EphemeralStack[][] = [[], [], []];
    for (const stack of stacks) {
        const seen = await attempt(context, stop, () => preview(context, stack, options));
        (seen ? ready : untouched).push(stack);
    }
    const names = ready.map(({ stack }) => stack).join(", ");
    const asks = options.yes !== true && ready.length > 0 && !stop.signal.aborted;
    if (asks && !(await context.confirm(`Remove ${names}?`))) {
        say("Nothing was removed.");
        return 1;
    }
    for (const stack of ready) {
        if (stop.signal.aborted) untouched.push(stack);
        else if (!(await attempt(context, stop, () => removeOne(context, stack, options)))) begun.push(stack);
    }
    return untouched.length + begun.length === 0 ? 0 : failed(context, untouched, begun);
}

/**
 * One step of one stack. What goes wrong in it is said and leaves the other stacks alone; a bug ends everything.
 * @param stop is aborted when the person or the job ends the run meanwhile: pulumi ends the step, and no other is begun
 * @returns whether the step was done
 */
async function attempt(
    { say }: Context,
    stop: AbortController,
    step: () => Promise<number>,
): Promise<boolean> {
    if (stop.signal.aborted) return false;
    const abort = (): void => stop.abort();
    for (const signal of ENDING) process.on(signal, abort);
    try {
        return (await step()) === 0;
    } catch (error) {
        if (!(error instanceof UserError)) throw error;
        say(error.message);
        return false;
    } finally {
        for (const signal of ENDING) process.off(signal, abort);
    }
}

/** What would go. The engine needs the stack's file for its secrets, whichever clone made it. */
async function preview(
    context: Context,
    { stack, resources }: EphemeralStack,
    options: DownOptions,
): Promise<number> {
    await ownFile(context, stack);
    if (resources === 0) {
        context.say(`${stack} has no resources; the stack itself goes.`);
        return 0;
    }
    return context.pulumi.run(["destroy", "-s", stack, "--preview-only"], environmentOf(options));
}

async function removeOne(
    context: Context,
    { stack, resources }: EphemeralStack,
    options: DownOptions,
): Promise<number> {
    const { pulumi, files, say } = context;
    if (options.unlock === true) await pulumi.ask(["cancel", "-s", stack, "--yes"]);
    const pending = resources === 0 ? [] : await readPending(context, stack);
    if (resources > 0) {
        const args = ["destroy", "-s", stack, "--skip-preview", "--yes"];
        const code = await pulumi.run(args, environmentOf(options));
        if (pending.length > 0) say(perhapsThere(context, stack, pending));
        if (code !== 0) return code;
    }
    await pulumi.ask(["stack", "rm", "-s", stack, "--yes"]);
    files.remove(stack);
    say(`${stack} is gone: its resources, its state and its file.`);
    return 0;
}

/** The destroy forgets what was pending: it is read before. */
async function readPending({ pulumi }: Context, stack: string): Promise<string[]> {
    const exported = await pulumi.jsonOfStack<{ deployment: Deployment }>(["stack", "export", "-s", stack]);
    return pendingCreates(exported?.deployment ?? {});
}

function perhapsThere({ aws }: Context, stack: string, pending: readonly string[]): string {
    const look = aws
        ? `aws resourcegroupstaggingapi get-resources --tag-filters Key=${TAG_KEYS.stack},Values=${stack}`
        : `npm run sandbox:cloud -- list -s ${stack}`;
    return [
        "",
        "A run was killed while it made these, and nobody knows whether they exist:",
        ...pending.map((one) => `  ${one}`),
        `Look for what is left:\n  ${look}`,
        "",
    ].join("\n");
}

/** Source: pulumi/pulumi-kubernetes provider/pkg/provider/provider.go, the provider's deleteUnreachable. */
function environmentOf({ unreachable }: DownOptions): NodeJS.ProcessEnv {
    return unreachable === true ? { PULUMI_K8S_DELETE_UNREACHABLE: "true" } : {};
}

/**
 * @param untouched stacks whose removal was not begun
 * @param begun stacks whose removal did not come to its end
 */
function failed(
    context: Context,
    untouched: readonly EphemeralStack[],
    begun: readonly EphemeralStack[],
): number {
    context.say(
        [
            "",
            ...untouched.map(({ stack }) => `${stack}: not removed, nothing of it was touched.`),
            ...begun.map(({ stack }) => `${stack}: not removed, but a part of it may be gone.`),
            "The same command goes on:",
            ...[...untouched, ...begun].map(({ ticket }) => `  ${command(context, "down", ticket)}`),
            "A run was killed: docs/ephemeral.md. A lock that is left over: --unlock.",
            "A cluster that was deleted by hand: --unreachable.",
        ].join("\n"),
    );
    return 1;
}
