import { UserError } from "./user-error";

/** Runs a command to its exit code. A user's mistake is its message; anything else is a bug, with its stack. */
export function start(command: Promise<number>): void {
    command.then(
        (code) => (process.exitCode = code),
        (error: unknown) => {
            if (!(error instanceof UserError)) throw error;
            process.stderr.write(`${error.message}\n`);
            process.exitCode = error.exitCode;
        },
    );
}
