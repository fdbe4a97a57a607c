import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import type { Context } from "./context";
import type { Exported } from "./deployment";
import { planRecovery, type Orphan, type RecoveryPlan } from "./plan";
import { UserError } from "../command-line/user-error";

export interface RecoverOptions {
    /** Go on without asking. */
    yes?: boolean;
    /** Only say what would be done. */
    dryRun?: boolean;
    /** The plan as JSON, instead of sentences. */
    json?: boolean;
    /** Objects that somebody has found: URN and id. They count before what is found here. */
    found?: readonly { urn: string; id: string }[];
}

/**
 * Puts a stack right whose engine was killed: pending creates are matched to the cloud by URN, and the state is
 * brought up to date with what was found. Nothing in the cloud is changed.
 * @returns the exit code: 0 the state holds, 1 not done
 * @throws UserError when pulumi refuses, a lock above all
 */
export async function recover(context: Context, stack: string, options: RecoverOptions): Promise<number> {
    const exported = JSON.parse(await context.pulumi.ask(["stack", "export", "-s", stack])) as Exported;
    const plan = planRecovery(exported.deployment, await orphansOf(context, stack, exported, options));
    if (options.json) context.say(JSON.stringify(summaryOf(plan), null, 2));
    else for (const line of linesOf(plan, stack)) context.say(line);
    if (plan.adopted.length + plan.forgotten.length === 0 || options.dryRun) return 0;
    if (!options.yes && !(await agreed(context))) return 1;
    await importState(context, stack, { ...exported, deployment: plan.deployment });
    // What the provider computes is not in a pending create: a read fills it in.
    const targets = plan.adopted.flatMap(({ urn }) => ["--target", urn]);
    if (targets.length > 0)
        await context.pulumi.ask(["refresh", "-s", stack, "--yes", "--skip-preview", ...targets]);
    if (!options.json) context.say(`The state of ${stack} holds again. Go on by an update.`);
    return 0;
}

async function orphansOf(
    context: Context,
    stack: string,
    { deployment }: Exported,
    { found = [] }: RecoverOptions,
): Promise<Orphan[]> {
    const pending = deployment.pending_operations ?? [];
    const named = found.map(({ urn, id }) => {
        const operation = pending.find(({ type, resource }) => type === "creating" && resource.urn === urn);
        if (operation === undefined)
            throw new UserError(
                `${urn}: no create of it is pending in ${stack}. Pending: ${
                    pending.map(({ resource }) => resource.urn).join(", ") || "none"
                }`,
            );
        return { urn, id, type: operation.resource.type };
    });
    const seen = await context.orphansOf(stack);
    return [...named, ...seen.filter(({ urn }) => !named.some((one) => one.urn === urn))];
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

function summaryOf({ adopted, forgotten, orphans }: RecoveryPlan): Omit<RecoveryPlan, "deployment"> {
    return { adopted, forgotten, orphans };
}

function linesOf({ adopted, forgotten, orphans }: RecoveryPlan, stack: string): string[] {
    if (adopted.length + forgotten.length + orphans.length === 0)
        return [`Nothing is pending in ${stack}, and nothing stands in the cloud without it.`];
    return [
        ...section("Pending creates that made something; they become resources:", adopted.map(lineOf)),
        ...section("Pending creates that made nothing; they are forgotten:", forgotten.map(nameOf)),
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
