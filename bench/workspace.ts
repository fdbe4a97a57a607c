import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { PROJECT } from "../environments";
import { engineEnvironment } from "../sandbox/cli/environment";
import { placeOf, type Place } from "../sandbox/cli/place";
import { sandboxStackFile } from "../sandbox/cli/project";
import { installStandIns } from "../sandbox/cli/stand-ins";
import { timed, type Ended } from "./command";

/** A program that can be run in a workspace. */
export interface Program {
    /** For messages and tables. */
    name: string;
    /** The entry point, from the repository's root. */
    main: string;
    /** Whether the SDK compiles it, as Pulumi.yaml's option `typescript` says. */
    typescript: boolean;
    /** What it reads from its environment. */
    environment?: Record<string, string>;
}

/** The platform itself, as Pulumi.yaml runs it. */
export const PLATFORM: Program = { name: "platform", main: "index.ts", typescript: true };

/** What a Node process of a run cost; bench/probe.cjs writes it. */
export interface ProcessCost {
    process: string;
    startedAt: number;
    endedAt: number;
    /** Processor time in milliseconds. */
    cpuMs: number;
    /** Highest resident memory, in megabytes. */
    peakMb: number;
    /** Of a program: milliseconds from the start of its process to the first resource that it registers. */
    startMs?: number;
}

/** A run of pulumi with what its processes cost. */
export interface Run extends Ended {
    program: ProcessCost;
    processes: ProcessCost[];
}

/** A sandbox of its own in a temporary folder, with one program and one stack in it, and nothing deployed. */
export class Workspace {
    private readonly place: Place;
    private readonly environment: NodeJS.ProcessEnv;

    private constructor(
        private readonly program: Program,
        private readonly stack: string,
    ) {
        const folder = fs.mkdtempSync(path.join(os.tmpdir(), "core-platform-bench-"));
        this.place = placeOf({ ...process.env, SANDBOX_DIR: folder });
        this.environment = {
            ...engineEnvironment(this.place, process.env),
            ...program.environment,
            BENCH_VERSIONS: JSON.stringify(providerVersions(this.place.root)),
            BENCH_PROBE: path.join(folder, "probe"),
            NODE_OPTIONS: `--require ${JSON.stringify(path.join(this.place.root, "bench", "probe.cjs"))}`,
        };
    }

    /** Makes a workspace, hands it to `work`, and removes it whatever happens. */
    static async with<Result>(
        program: Program,
        stack: string,
        work: (workspace: Workspace) => Promise<Result>,
    ): Promise<Result> {
        const workspace = new Workspace(program, stack);
        try {
            await workspace.prepare();
            return await work(workspace);
        } finally {
            fs.rmSync(workspace.place.folder, { recursive: true, force: true });
        }
    }

    /** The folder that is removed in the end; a place for what a program reads. */
    get folder(): string {
        return this.place.folder;
    }

    /** Previews the stack. @param environment what the program reads in this run alone */
    preview(environment: Record<string, string> = {}): Promise<Run> {
        return this.pulumi(["preview", "-s", this.stack, "--json"], environment);
    }

    /** Makes everything. */
    up(): Promise<Run> {
        return this.pulumi(["up", "-s", this.stack, "--skip-preview", "--json"]);
    }

    /** The deployed state, as `pulumi stack export` prints it. */
    async exported(): Promise<string> {
        return (await this.plain(["stack", "export", "-s", this.stack])).stdout;
    }

    private async pulumi(args: string[], environment: Record<string, string> = {}): Promise<Run> {
        const probe = this.environment.BENCH_PROBE!;
        fs.rmSync(probe, { recursive: true, force: true });
        fs.mkdirSync(probe);
        const ended = await this.plain(args, environment);
        const processes = fs
            .readdirSync(probe)
            .filter((name) => name.endsWith(".json"))
            .map((name) => JSON.parse(fs.readFileSync(path.join(probe, name), "utf8")) as ProcessCost)
            .sort((a, b) => a.startedAt - b.startedAt);
        const program = processes.find((one) => one.process === "program");
        if (program === undefined) throw new Error(`pulumi ${args.join(" ")} started no program`);
        return { ...ended, program, processes };
    }

    private plain(args: string[], environment: Record<string, string> = {}): Promise<Ended> {
        return timed(path.join(this.place.engine, "pulumi"), ["-C", this.place.project, ...args], {
            env: { ...this.environment, ...environment },
        });
    }

    private async prepare(): Promise<void> {
        const { root, project, state, home, bin } = this.place;
        for (const folder of [project, state, home, bin]) fs.mkdirSync(folder, { recursive: true });
        installStandIns(this.place);
        const name = `Pulumi.${this.stack}.yaml`;
        const tracked = fs.readFileSync(path.join(root, name), "utf8");
        fs.writeFileSync(path.join(project, name), sandboxStackFile(name, tracked));
        fs.writeFileSync(path.join(project, "Pulumi.yaml"), this.projectFile());
        await this.plain(["stack", "init", this.stack]);
    }

    /** JSON, which is YAML as well. */
    private projectFile(): string {
        const { root, project } = this.place;
        const main = path.relative(
            fs.realpathSync(project),
            path.join(fs.realpathSync(root), this.program.main),
        );
        const options = { packagemanager: "npm", typescript: this.program.typescript };
        return JSON.stringify({ name: PROJECT, main, runtime: { name: "nodejs", options } }, null, 2);
    }
}

/** Versions of the installed provider packages by their short name. */
function providerVersions(root: string): Record<string, string> {
    const version = (name: string): string => {
        const file = path.join(root, "node_modules", "@pulumi", name, "package.json");
        return (JSON.parse(fs.readFileSync(file, "utf8")) as { version: string }).version;
    };
    return Object.fromEntries(["aws", "eks", "kubernetes"].map((name) => [name, version(name)]));
}
