import { awsCommand } from "./aws-command";
import { cloud } from "./cloud";
import { criticalPath } from "./critical-path";
import { run } from "./run";

/** The commands behind `npm run sandbox`, `sandbox:cloud`, `critical-path` and the `aws` that the engine finds. */
const COMMANDS: Record<string, (args: string[], environment: NodeJS.ProcessEnv) => Promise<number>> = {
    run,
    cloud,
    "critical-path": criticalPath,
    aws: awsCommand,
};

async function main([name, ...rest]: string[]): Promise<number> {
    const command = COMMANDS[name];
    if (command === undefined)
        throw new Error(`unknown command "${name}"; they are ${Object.keys(COMMANDS).join(", ")}`);
    return command(rest[0] === "--" ? rest.slice(1) : rest, process.env);
}

main(process.argv.slice(2)).then(
    (code) => (process.exitCode = code),
    (error: unknown) => {
        process.stderr.write(`sandbox: ${error instanceof Error ? error.message : String(error)}\n`);
        process.exitCode = 1;
    },
);
