import { spawn } from "node:child_process";
import { constants } from "node:os";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];

/**
 * Runs a command in this process' place: same terminal, signals passed on, its exit code returned.
 *
 * On a terminal Ctrl-C goes to both processes anyway, and must not be passed on: the engine takes a second
 * interrupt as the order to stop at once, in the middle of an update.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: Record<string, string | undefined>, stdio?: import("node:child_process").StdioOptions }} options
 * @returns {Promise<number>} 128 and the signal's number where a signal ended it, as a shell would say
 */
export function handOver(command, args, { cwd, env = process.env, stdio = "inherit" } = {}) {
    return new Promise((resolve, reject) => {
        const child = spawn(command, args, { cwd, env, stdio });
        const onTerminal = [process.stdin, process.stdout, process.stderr].some((stream) => stream.isTTY);
        const pass = (signal) => {
            if (signal !== "SIGINT" || !onTerminal) {
                child.kill(signal);
            }
        };
        SIGNALS.forEach((signal) => process.on(signal, pass));
        const release = () => SIGNALS.forEach((signal) => process.off(signal, pass));
        child.on("error", (error) => {
            release();
            reject(error);
        });
        child.on("close", (code, signal) => {
            release();
            resolve(signal ? 128 + constants.signals[signal] : code);
        });
    });
}
