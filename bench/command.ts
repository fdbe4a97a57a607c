import { spawn } from "node:child_process";

/** How a command ended. */
export interface Ended {
    stdout: string;
    stderr: string;
    /** Wall time in milliseconds. */
    ms: number;
}

/** Seconds that a command may take: the slowest, an `up` of prod, takes less than half a minute on two idle cores. */
const PATIENCE_S = 300;

/**
 * Runs a command to its end and takes the time.
 * @throws Error with the end of its output, when it fails or takes too long: it and all that it started is then ended
 */
export function timed(
    command: string,
    args: readonly string[],
    { env, cwd, patienceS = PATIENCE_S }: { env?: NodeJS.ProcessEnv; cwd?: string; patienceS?: number } = {},
): Promise<Ended> {
    return new Promise((resolve, reject) => {
        const started = performance.now();
        // A process group of its own, so that the plugins go with the engine.
        const child = spawn(command, args, { env, cwd, stdio: ["ignore", "pipe", "pipe"], detached: true });
        let [stdout, stderr] = ["", ""];
        child.stdout.setEncoding("utf8").on("data", (chunk: string) => (stdout += chunk));
        child.stderr.setEncoding("utf8").on("data", (chunk: string) => (stderr += chunk));
        const end = (): boolean => process.kill(-child.pid!, "SIGKILL");
        const timer = setTimeout(end, patienceS * 1000);
        const interrupted = (): never => {
            end();
            process.exit(130);
        };
        process.once("SIGINT", interrupted).once("SIGTERM", interrupted);
        child.on("error", reject);
        child.on("close", (code, signal) => {
            clearTimeout(timer);
            process.off("SIGINT", interrupted).off("SIGTERM", interrupted);
            const ms = performance.now() - started;
            if (code === 0) return resolve({ stdout, stderr, ms });
            const how = signal === "SIGKILL" ? `took over ${patienceS} s` : `ended with ${code ?? signal}`;
            reject(new Error(`${[command, ...args].join(" ")} ${how}\n${tail(stdout)}\n${tail(stderr)}`));
        });
    });
}

/** The end of an output, where errors stand. */
function tail(output: string): string {
    return output.split("\n").slice(-40).join("\n");
}
