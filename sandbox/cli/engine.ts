import { spawn, spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { ENVIRONMENTS, PROJECT } from "../../environments";
import { engineEnvironment } from "./environment";
import { refreshProject } from "./project";
import { installStandIns } from "./stand-ins";
import type { Place } from "./place";

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
     * Makes project, plugins, state backend and stacks, as far as they are missing.
     * @returns the stacks whose configuration in the sandbox is not the tracked one
     */
    prepare(): string[] {
        for (const folder of [this.place.state, this.place.home, this.place.bin])
            fs.mkdirSync(folder, { recursive: true });
        installStandIns(this.place);
        const changed = refreshProject(this.place);
        const missing = ENVIRONMENTS.filter((stack) => !this.hasStack(stack));
        for (const stack of missing)
            this.quietly(["stack", "init", stack, "--no-select"], () => this.hasStack(stack));
        if (missing.length > 0) this.quietly(["stack", "select", ENVIRONMENTS[0]]);
        return changed;
    }

    /** Runs pulumi with the user's terminal as its own; @returns its exit code */
    run(args: readonly string[]): Promise<number> {
        return new Promise((resolve, reject) => {
            const child = spawn(this.binary, ["-C", this.place.project, ...args], {
                env: this.environment,
                stdio: "inherit",
            });
            // The terminal sends Ctrl-C to both of us; pulumi decides what it means.
            const forward = (signal: NodeJS.Signals): boolean => child.kill(signal);
            const ignore = (): void => undefined;
            process.on("SIGINT", ignore).on("SIGTERM", forward).on("SIGHUP", forward);
            child.on("error", reject);
            child.on("exit", (code, signal) => {
                process.off("SIGINT", ignore).off("SIGTERM", forward).off("SIGHUP", forward);
                resolve(code ?? 128 + os.constants.signals[signal ?? "SIGTERM"]);
            });
        });
    }

    private hasStack(stack: string): boolean {
        return fs.existsSync(path.join(this.place.state, ".pulumi", "stacks", PROJECT, `${stack}.json`));
    }

    /** @param done asked after a failure: another process may have been faster */
    private quietly(args: string[], done: () => boolean = () => false): void {
        const { status, stderr } = spawnSync(this.binary, ["-C", this.place.project, ...args], {
            env: this.environment,
            encoding: "utf8",
            timeout: 60_000,
        });
        if (status !== 0 && !done()) throw new Error(`pulumi ${args.join(" ")} failed:\n${stderr}`);
    }
}
