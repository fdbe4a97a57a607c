import type { StackFiles } from "./files";
import type { Pulumi } from "./pulumi";

/** What the commands work with; tests put their own in its place. */
export interface Context {
    pulumi: Pulumi;
    files: StackFiles;
    /** On AWS, pulumi asks by itself before it changes anything; the sandbox has nothing to lose. */
    aws: boolean;
    now: Date;
    /** Whether there is somebody to ask. */
    interactive: boolean;
    /** A line for the person. */
    say(text: string): void;
    /** Waits for a yes or a no. */
    confirm(question: string): Promise<boolean>;
}

/** The command line that does something else with a ticket's stack, in the same place. */
export function command({ aws }: Context, verb: "up" | "down", ticket: string): string {
    return `npm run ephemeral -- ${verb} ${ticket}${aws ? " --aws" : ""}`;
}
