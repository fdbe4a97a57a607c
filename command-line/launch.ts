import * as path from "node:path";
import { Pulumi } from "./pulumi";

/** Pulumi where a command works, and what it works on. */
export interface Launched {
    pulumi: Pulumi;
    /** The folder of the stack files: the repository, or the sandbox's copies. */
    folder: string;
    /** The repository. */
    root: string;
}

/**
 * Pulumi on AWS or in the sandbox. Set-up (scripts/engine-command.mjs) says where everything is.
 * @param aws whether the user asked for AWS
 */
export function launch(aws: boolean, environment: NodeJS.ProcessEnv = process.env): Launched {
    const root = required(environment, "CORE_PLATFORM_ROOT");
    const start = aws
        ? { command: path.join(required(environment, "CORE_PLATFORM_ENGINE_BIN"), "pulumi"), arguments: [] }
        : { command: process.execPath, arguments: [sandboxCli(root), "run", "--"] };
    return {
        pulumi: new Pulumi({ ...start, environment, cwd: root }),
        folder: aws ? root : path.join(required(environment, "SANDBOX_DIR"), "project"),
        root,
    };
}

/** The sandbox's command line, as set-up builds it. */
export function sandboxCli(root: string): string {
    return path.join(root, "sandbox", "dist", "cli.js");
}

function required(environment: NodeJS.ProcessEnv, name: string): string {
    const value = environment[name];
    if (!value) throw new Error(`${name} is not set: start this by npm run`);
    return value;
}
