import type { StackFiles } from "./files";
import type { Terminal } from "../command-line/terminal";
import type { Pulumi } from "../command-line/pulumi";

/** What the commands work with; tests put their own in its place. */
export interface Context extends Terminal {
    pulumi: Pulumi;
    files: StackFiles;
    /** On AWS, pulumi asks by itself before it changes anything; the sandbox has nothing to lose. */
    aws: boolean;
    now: Date;
}

/** The command line that does something else with a ticket's stack, in the same place. */
export function command({ aws }: Context, verb: "up" | "down", ticket: string): string {
    return `npm run ephemeral -- ${verb} ${ticket}${aws ? " --aws" : ""}`;
}
