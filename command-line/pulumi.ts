import { spawn } from "node:child_process";
import { constants } from "node:os";
import { UserError } from "./user-error";

/** How pulumi is started: the sandbox's way, or plainly. */
export interface Launch {
    command: string;
    /** Arguments in front of pulumi's own. */
    arguments: readonly string[];
    environment: NodeJS.ProcessEnv;
    /** Where pulumi is started. */
    cwd: string;
}

/** Pulumi, in the sandbox or on AWS: nothing above knows which. */
export class Pulumi {
    constructor(private readonly launch: Launch) {}

    /** Runs it on the user's terminal. @returns its exit code */
    run(args: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<number> {
        return this.start(args, "inherit", environment).then(({ code }) => code);
    }

    /** Runs it to its end. @throws UserError with what it said, when it fails */
    async ask(args: readonly string[]): Promise<string> {
        const { code, stdout, stderr } = await this.start(args, "pipe");
        if (code !== 0) throw new UserError(`pulumi ${args.join(" ")} failed:\n${(stderr || stdout).trim()}`);
        return stdout;
    }

    /** The answer of a command that only reads; asked again where another process was writing just then. */
    async json<T>(args: readonly string[]): Promise<T> {
        for (let attempt = 1; ; attempt++) {
            try {
                return JSON.parse(await this.ask(args)) as T;
            } catch (error) {
                const isHalfWritten = error instanceof UserError && HALF_WRITTEN.test(error.message);
                if (!isHalfWritten || attempt === ATTEMPTS) throw error;
                await new Promise((resolve) => setTimeout(resolve, PAUSE));
            }
        }
    }

    /** The same of one stack. @returns undefined when there is no such stack */
    async jsonOfStack<T>(args: readonly string[]): Promise<T | undefined> {
        try {
            return await this.json<T>(args);
        } catch (error) {
            if (error instanceof UserError && NO_STACK.test(error.message)) return undefined;
            throw error;
        }
    }

    private start(
        args: readonly string[],
        stdio: "inherit" | "pipe",
        environment: NodeJS.ProcessEnv = {},
    ): Promise<{ code: number; stdout: string; stderr: string }> {
        const { command, arguments: first, cwd } = this.launch;
        return new Promise((resolve, reject) => {
            const child = spawn(command, [...first, ...args], {
                cwd,
                env: { ...this.launch.environment, ...environment },
                stdio: [stdio === "inherit" ? "inherit" : "ignore", stdio, stdio],
            });
            const output = { stdout: "", stderr: "" };
            // Whole characters: one may lie across two chunks.
            child.stdout?.setEncoding("utf8").on("data", (chunk: string) => (output.stdout += chunk));
            child.stderr?.setEncoding("utf8").on("data", (chunk: string) => (output.stderr += chunk));
            // Ctrl-C reaches pulumi by itself, which ends in its own time; a second one from here would make it
            // stop in the middle of an update.
            const ignore = (): void => undefined;
            const forward = (signal: NodeJS.Signals): boolean => child.kill(signal);
            process.on("SIGINT", ignore).on("SIGTERM", forward).on("SIGHUP", forward);
            const release = (): void => {
                process.off("SIGINT", ignore).off("SIGTERM", forward).off("SIGHUP", forward);
            };
            child.on("error", (error) => {
                release();
                reject(error);
            });
            child.on("close", (code, signal) => {
                release();
                resolve({ code: code ?? 128 + constants.signals[signal ?? "SIGTERM"], ...output });
            });
        });
    }
}

/**
 * What pulumi says when it reads a file of the backend that another process has just begun to write: the attributes
 * beside each file of a folder as backend are not written by a rename (gocloud.dev/blob/fileblob, attrs.go).
 */
const HALF_WRITTEN = /error: (unexpected )?EOF\s*$/;

const ATTEMPTS = 5;

/** Between two attempts, in milliseconds; such a file is written in a few. */
const PAUSE = 200;

/** Source: pulumi/pulumi pkg/cmd/pulumi/stack/io.go, RequireStack, of a stack that there is not. */
const NO_STACK = /no stack named '[^']*' found/;
