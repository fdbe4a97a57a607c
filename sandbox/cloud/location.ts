import * as path from "node:path";
import { Account } from "./account";
import { entries } from "./files";

/**
 * The folder of the sandbox: state, pretended clouds, engine home. The launcher sets SANDBOX_DIR for the
 * plugins; on the command line it moves the sandbox elsewhere.
 * @throws Error when it is not set: a plugin that guessed would write into somebody else's cloud
 */
export function sandboxFolder(environment: NodeJS.ProcessEnv = process.env): string {
    const folder = environment.SANDBOX_DIR;
    if (folder === undefined || folder === "") {
        throw new Error("SANDBOX_DIR is not set: start the sandbox's plugins by `npm run sandbox`");
    }
    return path.resolve(folder);
}

/** The folder of all pretended clouds. */
export function cloudFolder(environment?: NodeJS.ProcessEnv): string {
    return path.join(sandboxFolder(environment), "cloud");
}

/** The folder of one account. */
export function accountFolder(accountId: string, environment?: NodeJS.ProcessEnv): string {
    return path.join(cloudFolder(environment), accountId);
}

/** Every account that has a folder, by id. */
export function accounts(folder: string = cloudFolder()): Account[] {
    return entries(folder)
        .filter((name) => !name.startsWith("."))
        .map((name) => new Account(path.join(folder, name)));
}
