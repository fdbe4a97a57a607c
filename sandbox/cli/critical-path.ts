import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { Command, CommanderError, InvalidArgumentError } from "commander";
import { ENVIRONMENTS } from "../../environments";
import { nearest } from "../../environments/nearest";
import { reportOn, reportText } from "../critical-path/report";
import { resourcesOf } from "../critical-path/resources";
import { Engine } from "./engine";
import { placeOf } from "./place";

const NOTES = `
The engine previews the stack in a sandbox of its own, from nothing and with the
tracked configuration; the table of durations says what each resource takes on
AWS (sandbox/latency/table.ts). An up is at least as long as its longest chain.

Exit codes: 0 done, 1 failed or above --max-ratio, 2 wrong usage.`;

interface Options {
    json?: boolean;
    maxRatio?: number;
}

/** `npm run critical-path -- STACK`: what makes an up from nothing as long as it is on AWS. @returns the exit code */
export async function criticalPath(args: string[], environment: NodeJS.ProcessEnv): Promise<number> {
    let code = 0;
    const program = new Command("npm run critical-path --")
        .description(
            "How long an up from nothing takes on AWS, what makes it so long, and how\nlong AWS itself makes it.",
        )
        .argument("<stack>", `an environment's stack: ${ENVIRONMENTS.join(", ")}`, environmentStack)
        .option("--json", "answer in JSON, with the source of each number")
        .option(
            "--max-ratio <number>",
            "fail when the up takes more than this times\nwhat AWS forces, 1.1",
            ratio,
        )
        .addHelpText("after", NOTES)
        .exitOverride()
        .action(async (stack: string, { json, maxRatio }: Options) => {
            const report = reportOn(stack, resourcesOf(await previewFromNothing(stack, environment)));
            process.stdout.write(json ? `${JSON.stringify(report, null, 2)}\n` : reportText(report));
            if (maxRatio === undefined || report.ratio <= maxRatio) return;
            process.stderr.write(
                `critical-path: ${stack} takes ${report.ratio.toFixed(2)} times what AWS forces, more than ` +
                    `${maxRatio}.\nLook for a wait in the first chain that the second does not have.\n`,
            );
            code = 1;
        });
    try {
        await program.parseAsync(args, { from: "user" });
        return code;
    } catch (error) {
        // Commander has printed its own message already.
        if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
        throw error;
    }
}

function ratio(text: string): number {
    if (!/^\d+(\.\d+)?$/.test(text) || Number(text) < 1)
        throw new InvalidArgumentError("Write a number from 1 up, such as 1.1.");
    return Number(text);
}

function environmentStack(stack: string): string {
    if ((ENVIRONMENTS as readonly string[]).includes(stack)) return stack;
    const near = nearest(stack, ENVIRONMENTS);
    throw new InvalidArgumentError(
        `Write one of ${ENVIRONMENTS.join(", ")}${near ? `; do you mean ${near}?` : "."}\n` +
            "An ephemeral stack takes as long as its environment's.",
    );
}

/** @returns the answer of `pulumi preview --json` for a stack that holds nothing, in a sandbox that is thrown away */
async function previewFromNothing(stack: string, environment: NodeJS.ProcessEnv): Promise<string> {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "core-platform-critical-path-"));
    try {
        const engine = new Engine(
            placeOf({ ...environment, SANDBOX_DIR: folder }),
            withoutSandbox(environment),
        );
        await engine.prepare([stack]);
        return engine.output(["preview", "-s", stack, "--json"]);
    } finally {
        fs.rmSync(folder, { recursive: true, force: true });
    }
}

/** Without the faults, principals and accounts of the user's own sandbox: the answer is about the program. */
function withoutSandbox(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
    return Object.fromEntries(Object.entries(environment).filter(([name]) => !name.startsWith("SANDBOX_")));
}
