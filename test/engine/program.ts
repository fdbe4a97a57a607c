import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** A small Pulumi program in a folder of its own, with a file backend and a stack "test". */
export interface Program {
    /** Where the program lies. */
    folder: string;
    /** Writes index.ts. */
    write(source: string): void;
    /** Runs `pulumi ARGS` to its end. */
    pulumi(...args: string[]): { status: number | null; stdout: string; stderr: string };
    /** Starts `pulumi ARGS` in a process group of its own, as a shell would. */
    start(...args: string[]): ChildProcess;
    remove(): void;
}

/** Makes the program; the npm packages are this checkout's. */
export function makeProgram(): Program {
    const root = process.env.CORE_PLATFORM_ROOT!;
    const bin = process.env.CORE_PLATFORM_ENGINE_BIN!;
    const folder = mkdtempSync(path.join(tmpdir(), "core-platform-program-"));
    symlinkSync(path.join(root, "node_modules"), path.join(folder, "node_modules"));
    symlinkSync(path.join(root, "tsconfig.json"), path.join(folder, "tsconfig.json"));
    // The compiler that tsconfig.json names, by its place beside it.
    symlinkSync(path.join(root, "scripts"), path.join(folder, "scripts"));
    mkdirSync(path.join(folder, "state"));
    writeFileSync(path.join(folder, "Pulumi.yaml"), "name: small\nruntime: nodejs\n");
    writeFileSync(path.join(folder, "package.json"), '{ "name": "small", "private": true }\n');

    const options = {
        cwd: folder,
        env: {
            ...process.env,
            PATH: `${bin}${path.delimiter}${process.env.PATH}`,
            PULUMI_HOME: path.join(folder, "home"),
            PULUMI_BACKEND_URL: `file://${path.join(folder, "state")}`,
            PULUMI_CONFIG_PASSPHRASE: "x",
            PULUMI_SKIP_UPDATE_CHECK: "true",
            PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
        },
    };
    const pulumi = (...args: string[]) =>
        spawnSync(path.join(bin, "pulumi"), [...args, "--non-interactive"], { ...options, encoding: "utf8" });
    const program: Program = {
        folder,
        write: (source) => writeFileSync(path.join(folder, "index.ts"), source),
        pulumi,
        start: (...args) =>
            spawn(path.join(bin, "pulumi"), [...args, "--non-interactive"], {
                ...options,
                detached: true,
                stdio: ["ignore", "pipe", "pipe"],
            }),
        remove: () => rmSync(folder, { recursive: true, force: true }),
    };
    const made = pulumi("stack", "init", "test");
    if (made.status !== 0) {
        throw new Error(`pulumi stack init failed: ${made.stderr}`);
    }
    return program;
}

/** Ids of the processes that a process has started, and that those have: plugins, hosts, programs. */
export function descendantsOf(pid: number): number[] {
    const table = spawnSync("ps", ["-eo", "pid=,ppid="], { encoding: "utf8" });
    if (table.error) {
        throw table.error;
    }
    const rows = table.stdout
        .trim()
        .split("\n")
        .map((line) => line.trim().split(/\s+/).map(Number));
    const below = (parent: number): number[] =>
        rows.filter(([, ppid]) => ppid === parent).flatMap(([child]) => [child, ...below(child)]);
    return below(pid);
}

export function isRunning(pid: number): boolean {
    try {
        process.kill(pid, 0);
        return true;
    } catch {
        return false;
    }
}
