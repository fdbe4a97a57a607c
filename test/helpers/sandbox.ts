import * as assert from "node:assert/strict";
import { spawn } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import type { CloudObject } from "../../sandbox/cloud/account";

export const ROOT = path.resolve(__dirname, "../..");

/** A pulumi command that waits for ever must not hang the tests: each is ended after this long, milliseconds. */
const LIMIT = 240_000;

export interface Outcome {
    code: number | null;
    stdout: string;
    stderr: string;
}

/** One step of `pulumi preview --json`. */
export interface Step {
    op: string;
    urn: string;
    replaceReasons?: string[];
    detailedDiff?: Record<string, { kind: string; inputDiff: boolean }>;
    newState?: ResourceState;
}

export interface ResourceState {
    urn: string;
    type: string;
    inputs?: Record<string, unknown>;
    outputs?: Record<string, unknown>;
    parent?: string;
    provider?: string;
    dependencies?: string[];
    protect?: boolean;
    /** The physical id; components have none. */
    id?: string;
}

/** An object as `sandbox:cloud -- list --json` shows it. */
export type ListedObject = CloudObject & { account: string; stack: string };

/** A sandbox of its own for a test, with the launcher that `npm run sandbox` starts. */
export class Sandbox {
    readonly folder = fs.mkdtempSync(path.join(os.tmpdir(), "core-platform-e2e-"));

    /** `npm run sandbox -- ARGS` */
    run(args: string[], environment: NodeJS.ProcessEnv = {}): Promise<Outcome> {
        return this.launch(["run", "--", ...args], environment);
    }

    /** `npm run recover -- ARGS` */
    recover(args: string[]): Promise<Outcome> {
        return capture(process.execPath, [path.join(ROOT, "scripts", "recover.mjs"), ...args], {
            SANDBOX_DIR: this.folder,
        });
    }

    /** `npm run sandbox:cloud -- ARGS` */
    cloud(args: string[], environment: NodeJS.ProcessEnv = {}): Promise<Outcome> {
        return this.launch(["cloud", "--", ...args], environment);
    }

    /** `npm run critical-path -- ARGS` */
    criticalPath(args: string[]): Promise<Outcome> {
        return this.launch(["critical-path", "--", ...args], {});
    }

    /** Runs pulumi and insists on success; @returns stdout */
    async ok(...args: string[]): Promise<string> {
        const { code, stdout, stderr } = await this.run(args);
        assert.equal(code, 0, `pulumi ${args.join(" ")} exits with ${code}\n${stdout}\n${stderr}`);
        return stdout;
    }

    /** The steps of a preview, `same` ones left out. */
    async preview(stack: string, ...flags: string[]): Promise<Step[]> {
        const json = await this.ok("preview", "-s", stack, "--json", ...flags);
        const { steps = [] } = JSON.parse(json) as { steps?: Step[] };
        return steps.filter(({ op }) => op !== "same");
    }

    /** Sets one configuration value by its path, `network.zones[1]`. */
    async configure(stack: string, key: string, value: string): Promise<void> {
        await this.ok("config", "set", "-s", stack, "--path", `core-platform:${key}`, value);
    }

    async objects(stack?: string): Promise<ListedObject[]> {
        const { code, stdout, stderr } = await this.cloud([
            "list",
            "--json",
            ...(stack ? ["--stack", stack] : []),
        ]);
        assert.equal(code, 0, stderr);
        return JSON.parse(stdout) as ListedObject[];
    }

    /** The resources in a stack's state. */
    async state(stack: string): Promise<ResourceState[]> {
        const exported = JSON.parse(await this.ok("stack", "export", "-s", stack)) as {
            deployment: { resources?: ResourceState[] };
        };
        return exported.deployment.resources ?? [];
    }

    remove(): void {
        fs.rmSync(this.folder, { recursive: true, force: true });
    }

    private launch(args: string[], environment: NodeJS.ProcessEnv): Promise<Outcome> {
        const cli = path.join(ROOT, "sandbox", "dist", "cli.js");
        return capture(process.execPath, [cli, ...args], { SANDBOX_DIR: this.folder, ...environment });
    }
}

/** Runs a command to its end, or ends it and all it started when its time is up. */
export function capture(
    command: string,
    args: string[],
    environment: NodeJS.ProcessEnv = {},
): Promise<Outcome> {
    return new Promise((resolve, reject) => {
        const child = spawn(command, args, {
            cwd: ROOT,
            env: { ...process.env, ...environment },
            stdio: ["ignore", "pipe", "pipe"],
            detached: true,
        });
        let [stdout, stderr] = ["", ""];
        child.stdout.on("data", (chunk) => (stdout += String(chunk)));
        child.stderr.on("data", (chunk) => (stderr += String(chunk)));
        const timer = setTimeout(() => process.kill(-child.pid!, "SIGKILL"), LIMIT);
        child.on("error", reject);
        child.on("close", (code, signal) => {
            clearTimeout(timer);
            if (signal === "SIGKILL")
                reject(new Error(`${args.join(" ")} took over ${LIMIT} ms\n${stdout}\n${stderr}`));
            else resolve({ code, stdout, stderr });
        });
    });
}

/** `op type name` of each step. */
export function stepsOf(steps: readonly Step[]): string[] {
    return steps
        .map(({ op, urn }) => `${op} ${urn.split("::")[2].split("$").at(-1)} ${urn.split("::")[3]}`)
        .sort();
}
