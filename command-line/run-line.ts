import { CommanderError, type Command } from "commander";

/**
 * Runs a command line to the end of the action that it names.
 * @param program made with exitOverride, before its commands were added
 * @param args what was typed behind the program's name
 * @returns undefined when the action ran; else the exit code: 0 after help, 2 for a line that can't be meant
 * @throws what the action throws
 */
export async function runLine(program: Command, args: readonly string[]): Promise<0 | 2 | undefined> {
    try {
        await program.parseAsync([...args], { from: "user" });
        return undefined;
    } catch (error) {
        // Commander has printed its own message already.
        if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
        throw error;
    }
}
