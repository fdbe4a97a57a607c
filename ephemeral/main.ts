import { launch } from "../command-line/launch";
import { start } from "../command-line/start";
import { terminal } from "../command-line/terminal";
import { run } from "./command";
import type { Context } from "./context";
import { StackFiles } from "./files";

/** Pulumi and the stack files, in the sandbox or on AWS. */
function contextFor(aws: boolean): Context {
    const { pulumi, folder } = launch(aws);
    return { ...terminal(), pulumi, files: new StackFiles(folder), aws, now: new Date() };
}

start(run(process.argv.slice(2), contextFor));
