import { spawn } from "node:child_process";
import { constants } from "node:os";
import { startProgress } from "./progress.mjs";
import { SetUpError } from "./set-up-error.mjs";

/** How many lines of a failed tool's output are shown of its start and its end, where reasons are. */
const SHOWN_LINES = 15;

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];

/** A tool ended badly. `output` is what it printed, shortened. */
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
                reject(new ToolFailure(`${command} gave no result in ${timeoutSeconds} s`, shorten(output)));
            } else if (code !== 0) {
                reject(
                    new ToolFailure(
                        `${command} ended with ${signal ?? `exit code ${code}`}`,
                        shorten(output),
                    ),
                );
            } else {
                resolve(stdout);
            }
        });
    });
}

/** Shortens a long output to its first and last lines. */
export function shorten(output) {
    const lines = output.trim().split("\n");
    if (lines.length <= 2 * SHOWN_LINES) {
        return lines.join("\n");
    }
    return [...lines.slice(0, SHOWN_LINES), "...", ...lines.slice(-SHOWN_LINES)].join("\n");
}
