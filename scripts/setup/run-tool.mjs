import { spawn } from "node:child_process";
import { constants } from "node:os";
import { startProgress } from "./progress.mjs";
import { SetUpError } from "./set-up-error.mjs";

/** How much of a failed tool's output is shown: its end, where the reason mostly is. */
const SHOWN_CHARACTERS = 4000;

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];

/** A tool ended badly. `output` is the end of what it printed. */
export class ToolFailure extends Error {
    name = "ToolFailure";

    constructor(message, output) {
        super(message);
        this.output = output;
    }
}

/**
 * Runs a tool quietly: it gets no input, and its output is kept for the case that it fails. A signal to this
 * process ends the tool first, so that nothing goes on building behind the user's back.
 * @param {string} command an executable
 * @param {string[]} args
 * @param {object} options of which
 *   `what` is shown as progress (nothing is when absent), `timeoutSeconds` has no default limit,
 *   `cwd` and `env` are as in child_process
 * @returns {Promise<string>} what it wrote to stdout
 */
export async function runTool(command, args, { what, timeoutSeconds, cwd, env } = {}) {
    const progress = what ? startProgress(what) : undefined;
    try {
        const output = await run(command, args, { cwd, env, timeoutSeconds });
        progress?.end();
        return output;
    } catch (error) {
        progress?.end("failed");
        throw error;
    }
}

function run(command, args, { cwd, env, timeoutSeconds }) {
    return new Promise((resolve, reject) => {
        const child = spawn(command, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
        let stdout = "";
        let output = "";
        let signalled;
        let timedOut = false;

        child.stdout.on("data", (data) => {
            stdout += data;
            output += data;
        });
        child.stderr.on("data", (data) => {
            output += data;
        });

        const pass = (signal) => {
            signalled = signal;
            child.kill(signal);
        };
        SIGNALS.forEach((signal) => process.on(signal, pass));
        const timer =
            timeoutSeconds &&
            setTimeout(() => {
                timedOut = true;
                child.kill("SIGKILL");
            }, timeoutSeconds * 1000);
        const release = () => {
            SIGNALS.forEach((signal) => process.off(signal, pass));
            clearTimeout(timer);
        };

        child.on("error", (error) => {
            release();
            reject(new ToolFailure(`${command} could not be started: ${error.message}`, ""));
        });
        child.on("close", (code, signal) => {
            release();
            if (signalled) {
                reject(new SetUpError(`stopped by ${signalled}`, 128 + constants.signals[signalled]));
            } else if (timedOut) {
                reject(new ToolFailure(`${command} gave no result in ${timeoutSeconds} s`, tail(output)));
            } else if (code !== 0) {
                reject(
                    new ToolFailure(`${command} ended with ${signal ?? `exit code ${code}`}`, tail(output)),
                );
            } else {
                resolve(stdout);
            }
        });
    });
}

function tail(output) {
    return output.trim().slice(-SHOWN_CHARACTERS);
}
