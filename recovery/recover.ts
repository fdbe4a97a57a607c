import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import type { Context } from "./context";
import type { Exported } from "./deployment";
import { planRecovery, type Knowledge, type Orphan, type RecoveryPlan } from "./plan";
import { UserError } from "../command-line/user-error";

export interface RecoverOptions {
    /** Go on without asking. */
    yes?: boolean;
    /** Only say what would be done. */
    dryRun?: boolean;
    /** The plan as JSON, instead of sentences. */
    json?: boolean;
    /** Objects that somebody has found: URN and id. They count before what is found here. */
    found?: { urn: string; id: string }[];
    /** URNs of pending creates of which somebody knows that they made nothing. */
    nothing?: string[];
}

/**
 * Puts a stack right whose engine was killed: pending creates are matched to the cloud by URN, and the state is
 * brought up to date with what was found. Nothing in the cloud is changed.
 * @returns the exit code: 0 the state holds, 1 not done
 * @throws UserError when pulumi refuses, a lock above all; when nobody says what a pending create made on AWS
 */
export async function recover(context: Context, stack: string, options: RecoverOptions): Promise<number> {
    const exported = JSON.parse(await context.pulumi.ask(["stack", "export", "-s", stack])) as Exported;
    const knowledge = await knowledgeOf(context, stack, exported, options);
    const plan = planRecovery(exported.deployment, knowledge);
    if (options.json) context.say(JSON.stringify(summaryOf(plan), null, 2));
    else for (const line of linesOf(plan, stack, knowledge)) context.say(line);
    if (options.dryRun) return 0;
    if (plan.unknown.length > 0) throw new UserError(`Nothing is written. ${SAY_WHICH}`);
    const changes = plan.adopted.length + plan.forgotten.length;
    if (changes + plan.unread.length === 0) return 0;
    if (!options.yes && !(await agreed(context))) return 1;
    if (changes > 0) await importState(context, stack, { ...exported, deployment: plan.deployment });
    if (plan.unread.length > 0) await read(context, stack, plan.unread);
    if (!options.json) context.say(`The state of ${stack} holds again. Go on by an update.`);
    return 0;
}

/** What was found here and by somebody. @throws UserError when he names what is not pending, or says both of one */
async function knowledgeOf(
    context: Context,
    stack: string,
    { deployment }: Exported,
    { found = [], nothing = [] }: RecoverOptions,
): Promise<Knowledge> {
    const creates = (deployment.pending_operations ?? []).filter(({ type }) => type === "creating");
    const typeOf = (urn: string): string => {
        const operation = creates.find(({ resource }) => resource.urn === urn);
        if (operation !== undefined) return operation.resource.type;
        const pending = creates.map(({ resource }) => resource.urn).join(", ") || "none";
        throw new UserError(`${urn}: no create of it is pending in ${stack}. Pending: ${pending}`);
    };
    const named = found.map(({ urn, id }) => ({ urn, id, type: typeOf(urn) }));
    for (const urn of nothing) {
        typeOf(urn);
        if (named.some((one) => one.urn === urn))
            throw new UserError(`${urn}: --found and --nothing exclude each other.`, 2);
    }
    const seen = await context.orphansOf(stack);
    const others = (seen ?? []).filter(({ urn }) => !named.some((one) => one.urn === urn));
    return { orphans: [...named, ...others], complete: seen !== undefined, nothing };
}

/** What the provider computes is not in a pending create: it is read from the cloud. */
async function read({ pulumi }: Context, stack: string, urns: readonly string[]): Promise<void> {
    const targets = urns.flatMap((urn) => ["--target", urn]);
    try {
        await pulumi.ask(["refresh", "-s", stack, "--yes", "--skip-preview", ...targets]);
    } catch (error) {
        if (!(error instanceof UserError)) throw error;
        throw new UserError(
            `${error.message}\nThe state is written, but what the provider computes is not in it yet. ` +
                "Put the cause right and run this again: it reads what is missing. No update before that.",
        );
    }
}

async function agreed(context: Context): Promise<boolean> {
    if (!context.interactive) throw new UserError("There is nobody to ask: add --yes, or --dry-run.", 2);
    return context.confirm("Write the state?");
}

/** By a file, as pulumi takes it; nobody else may read it. */
async function importState({ pulumi }: Context, stack: string, state: Exported): Promise<void> {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "core-platform-recovery-"));
    try {
        const file = path.join(folder, "state.json");
        fs.writeFileSync(file, JSON.stringify(state), { mode: 0o600 });
        await pulumi.ask(["stack", "import", "-s", stack, "--file", file]);
    } finally {
        fs.rmSync(folder, { recursive: true, force: true });
    }
}

function summaryOf({ deployment: _, ...summary }: RecoveryPlan): Omit<RecoveryPlan, "deployment"> {
    return summary;
}

const SAY_WHICH =
    "Look each of these up, by its name or tags, and say --found URN=ID or --nothing URN: docs/recovery.md";

function linesOf(plan: RecoveryPlan, stack: string, { complete }: Knowledge): string[] {
    const { adopted, forgotten, unknown, orphans, others, unread } = plan;
    const unreadOnly = unread.filter((urn) => !adopted.some((one) => one.urn === urn));
    if ([adopted, forgotten, unknown, orphans, others, unread].every(({ length }) => length === 0))
        return [
            complete
                ? `Nothing is pending in ${stack}, and nothing stands in the cloud without it.`
                : `Nothing is pending in ${stack}.`,
        ];
    return [
        ...section("Pending creates that made something; they become resources:", adopted.map(lineOf)),
        ...section("Pending creates that made nothing; they are forgotten:", forgotten.map(nameOf)),
        ...section("Pending creates of which nobody knows here what they made:", unknown),
        ...(unknown.length > 0 ? [SAY_WHICH] : []),
        ...section("Resources without what the provider computes; they are read:", unreadOnly.map(nameOf)),
        ...section(
            "Other operations that were cut off:",
            others.map(({ type, urn }) => `${type} ${nameOf(urn)}`),
        ),
        ...(others.length > 0 ? ["Only a refresh of the stack sees how far they came."] : []),
        ...section("Orphans, made by a resource that the state does not hold:", orphans.map(lineOf)),
        ...(orphans.length > 0
            ? ["They stay. Delete them by hand, or take them over by pulumi import: docs/recovery.md"]
            : []),
    ];
}

function section(title: string, lines: string[]): string[] {
    return lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`)];
}

function lineOf({ urn, id }: Orphan): string {
    return `${nameOf(urn)}  ${id}`;
}

/** `aws:ec2/vpc:Vpc network-vpc` */
function nameOf(urn: string): string {
    const [, , types, name] = urn.split("::");
    return `${types.split("$").at(-1)} ${name}`;
}
