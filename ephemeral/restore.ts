import type { Context } from "./context";
import { settingsIn } from "./stack-file";
import { UserError } from "../command-line/user-error";

/**
 * The stack's file. Another clone made it, or it is lost: then it comes back from what the backend keeps of the last
 * update. A stack that was never updated to its end has no such thing, and one that was destroyed without its file
 * has an empty one.
 * @param stack one that exists
 * @returns undefined when there is nothing to restore it from
 */
export async function ownFile({ pulumi, files }: Context, stack: string): Promise<string | undefined> {
    const there = files.read(stack);
    if (there !== undefined) return there;
    try {
        await pulumi.ask(["config", "refresh", "-s", stack]);
    } catch (error) {
        if (!(error instanceof UserError) || !NEVER_UPDATED.test(error.message)) throw error;
    }
    const restored = files.read(stack);
    if (restored !== undefined && settingsIn(files.nameOf(stack), restored).cidr !== undefined)
        return restored;
    files.remove(stack);
    return undefined;
}

/** Source: pulumi/pulumi pkg/backend/backenderr, ErrNoPreviousDeployment. */
const NEVER_UPDATED = /no previous deployment/;
