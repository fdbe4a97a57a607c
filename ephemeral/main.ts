import * as path from "node:path";
import { createInterface } from "node:readline/promises";
import { run } from "./command";
import type { Context } from "./context";
import { StackFiles } from "./files";
import { Pulumi } from "./pulumi";
import { UserError } from "./user-error";

/** Pulumi and the stack files, in the sandbox or on AWS; scripts/ephemeral.mjs says where they are. */
function contextFor(aws: boolean): Context {
    const root = required("CORE_PLATFORM_ROOT");
    const environment = process.env;
    const folder = aws ? root : path.join(required("SANDBOX_DIR"), "project");
    const launch = aws
        ? { command: path.join(required("CORE_PLATFORM_ENGINE_BIN"), "pulumi"), arguments: [] }
        : {
              command: process.execPath,
              arguments: [path.join(root, "sandbox", "dist", "cli.js"), "run", "--"],
          };
    return {
        pulumi: new Pulumi({ ...launch, environment, cwd: root }),
        files: new StackFiles(folder),
        aws,
        now: new Date(),
        interactive: process.stdin.isTTY === true && process.stdout.isTTY === true,
        say: (text) => void process.stdout.write(`${text}\n`),
        confirm,
    };
}

async function confirm(question: string): Promise<boolean> {
    const terminal = createInterface({ input: process.stdin, output: process.stdout });
    try {
        return /^y(es)?$/i.test((await terminal.question(`${question} [y/N] `)).trim());
    } finally {
        terminal.close();
    }
}

function required(name: string): string {
    const value = process.env[name];
    if (!value) throw new Error(`${name} is not set: start this by npm run ephemeral`);
    return value;
}

run(process.argv.slice(2), contextFor).then(
    (code) => (process.exitCode = code),
    (error: unknown) => {
        if (!(error instanceof UserError)) throw error;
        process.stderr.write(`${error.message}\n`);
        process.exitCode = error.exitCode;
    },
);
