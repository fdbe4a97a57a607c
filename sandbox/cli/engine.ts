import { spawn, spawnSync, type SpawnSyncReturns } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { PROJECT } from "../../environments";
import { entries, readIfThere } from "../cloud/files";
import { withLock } from "../cloud/lock";
import { mentions } from "./arguments";
import { engineEnvironment } from "./environment";
import { refreshProject, trackedStacks } from "./project";
import { installStandIns } from "./stand-ins";
import type { Place } from "./place";

/** Milliseconds that a first run waits for another one's preparations, and those for one call of pulumi. */
const PATIENCE = 120_000;

/** Bytes; a preview of a stack as JSON is a few hundred kilobytes. */
const LARGEST_ANSWER = 64 * 1024 * 1024;

/** The engine in the sandbox. */
export class Engine {
    private readonly environment: NodeJS.ProcessEnv;
    private readonly binary: string;

    constructor(
        readonly place: Place,
        environment: NodeJS.ProcessEnv,
    ) {
        this.environment = engineEnvironment(place, environment);
        this.binary = path.join(place.engine, "pulumi");
    }

    /**
     * Makes project, plugins, state backend and stacks, as far as they are missing. One process at a time, and each
     * step looks at what is there: a run that was killed half-way is continued by the next.
     * @param args pulumi's: the first environment's stack is always made, another when they mention it
     * @returns the stacks whose configuration in the sandbox is not the tracked one
     */
    prepare(args: readonly string[] = []): Promise<string[]> {
        return withLock(path.join(this.place.folder, ".prepare"), () => this.prepareAlone(args), PATIENCE);
    }

    private prepareAlone(args: readonly string[]): string[] {
        for (const folder of [this.place.state, this.place.home, this.place.bin])
            fs.mkdirSync(folder, { recursive: true });
        installStandIns(this.place);
        const changed = refreshProject(this.place);
        const named = [...args, this.environment.PULUMI_STACK ?? ""];
        const [first, ...others] = trackedStacks(this.place);
        for (const stack of others.filter((other) => mentions(named, other) && !this.hasStack(other)))
            this.quietly(["stack", "init", stack, "--no-select"]);
        // The first is selected as it is made, so that plain `pulumi preview` has a stack to work on.
        if (!this.hasStack(first))
            this.quietly(["stack", "init", first, ...(this.hasSelection() ? ["--no-select"] : [])]);
        else if (!this.hasSelection()) this.quietly(["stack", "select", first]);
        return changed;
    }

    /** Runs pulumi with the user's terminal as its own; @returns its exit code */
    run(args: readonly string[]): Promise<number> {
        return new Promise((resolve, reject) => {
            const child = spawn(this.binary, ["-C", this.place.project, ...args], {
                env: this.environmentFor(args),
                stdio: "inherit",
            });
            // Ctrl-C reaches the whole process group, pulumi too, which decides what it means: a second one, from
            // us, would make it stop in the middle of an update.
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
            child.on("exit", (code, signal) => {
                release();
                resolve(code ?? 128 + os.constants.signals[signal ?? "SIGTERM"]);
            });
        });
    }

    /** To the engine, skipped questions are a --yes, which it refuses beside --preview-only. */
    private environmentFor(args: readonly string[]): NodeJS.ProcessEnv {
        if (!args.includes("--preview-only")) return this.environment;
        return { ...this.environment, PULUMI_SKIP_CONFIRMATIONS: undefined };
    }

    private hasStack(stack: string): boolean {
        return fs.existsSync(path.join(this.place.state, ".pulumi", "stacks", PROJECT, `${stack}.json`));
    }

    /** Whether a stack is selected that still exists. */
    private hasSelection(): boolean {
        const folder = path.join(this.place.home, "workspaces");
        return entries(folder).some((name) => {
            const stack = /"organization\/[^/"]+\/([^/"]+)"/.exec(readIfThere(path.join(folder, name)) ?? "");
            return stack !== null && this.hasStack(stack[1]);
        });
    }

    /**
     * Runs pulumi without a terminal.
     * @returns its stdout
     * @throws Error with what it says when it fails
     */
    output(args: readonly string[]): string {
        const { status, stdout, stderr, error } = this.spawnQuietly(args);
        // A program's error stands in the JSON on stdout, a command line's on stderr.
        if (status !== 0)
            throw new Error(`pulumi ${args.join(" ")} failed:\n${error?.message ?? (stderr || stdout)}`);
        return stdout;
    }

    private quietly(args: string[]): void {
        const { status, stderr, error } = this.spawnQuietly(args);
        // Another process may have been faster: one that was orphaned when its own run was killed.
        if (status !== 0 && !(args[1] === "init" && this.hasStack(args[2])))
            throw new Error(`pulumi ${args.join(" ")} failed:\n${error?.message ?? stderr}`);
    }

    private spawnQuietly(args: readonly string[]): SpawnSyncReturns<string> {
        return spawnSync(this.binary, ["-C", this.place.project, ...args], {
            env: this.environment,
            encoding: "utf8",
            timeout: PATIENCE,
            maxBuffer: LARGEST_ANSWER,
        });
    }
}
