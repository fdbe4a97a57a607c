import * as fs from "node:fs";
import * as path from "node:path";
import { graphOf, type Graph, type RecordedResource } from "./graph";
import { PLATFORM, Workspace, type Program, type Run } from "./workspace";

/** Runs of the platform and of its floor that took turns: the n-th of one ran beside the n-th of the other. */
export interface Pairs {
    platform: Run[];
    floor: Run[];
}

/** Prefix of the types of the platform's own components. */
const OWN_TYPES = "core-platform:";

/** Runs that several figures are read off, each made once. */
export class Samples {
    private readonly graphs = new Map<string, Promise<Graph>>();
    private readonly previewed = new Map<string, Promise<Pairs>>();
    private readonly updated = new Map<string, Promise<Pairs>>();

    constructor(
        private readonly runs: number,
        private readonly say: (progress: string) => void,
    ) {}

    /** Previews of a stack from nothing. */
    previews(stack: string): Promise<Pairs> {
        return once(this.previewed, stack, async () => {
            const graph = await this.graph(stack);
            return Workspace.with(PLATFORM, stack, (platform) =>
                this.withFloor(stack, graph, (floor) =>
                    this.turns(`preview of ${stack}`, [platform, floor], async (workspace) => {
                        const run = await workspace.preview();
                        insistOn(graph.size, previewedSize(run.stdout), stack);
                        return run;
                    }),
                ),
            );
        });
    }

    /** Updates of a stack from nothing, each in a cloud of its own. */
    ups(stack: string): Promise<Pairs> {
        return once(this.updated, stack, async () => {
            const graph = await this.graph(stack);
            const programs = [
                <Result>(work: (workspace: Workspace) => Promise<Result>) =>
                    Workspace.with(PLATFORM, stack, work),
                <Result>(work: (workspace: Workspace) => Promise<Result>) =>
                    this.withFloor(stack, graph, work),
            ] as const;
            return this.turns(`up of ${stack}`, programs, (within) =>
                within(async (workspace) => {
                    const run = await workspace.up();
                    insistOn(graph.size, recordedGraph(await workspace.exported()).size, stack);
                    return run;
                }),
            );
        });
    }

    /** What the stack registers, read off a first `up`, which also warms the machine's caches. */
    private graph(stack: string): Promise<Graph> {
        return once(this.graphs, stack, () => {
            this.say(`${stack}: recording what it registers`);
            return Workspace.with(PLATFORM, stack, async (workspace) => {
                await workspace.up();
                return recordedGraph(await workspace.exported());
            });
        });
    }

    private withFloor<Result>(
        stack: string,
        graph: Graph,
        work: (workspace: Workspace) => Promise<Result>,
    ): Promise<Result> {
        return Workspace.with(FLOOR, stack, (workspace) => {
            fs.writeFileSync(path.join(workspace.folder, "graph.json"), JSON.stringify(graph));
            return work(workspace);
        });
    }

    /** A B A B: a busy moment of the machine meets both alike. */
    private async turns<Side>(
        what: string,
        [platform, floor]: readonly [Side, Side] | readonly Side[],
        run: (side: Side) => Promise<Run>,
    ): Promise<Pairs> {
        const pairs: Pairs = { platform: [], floor: [] };
        for (let number = 1; number <= this.runs; number++) {
            this.say(`${what}: run ${number} of ${this.runs}`);
            pairs.platform.push(await run(platform));
            pairs.floor.push(await run(floor));
        }
        return pairs;
    }
}

/** The least program with the same resources, see there for why it is plain JavaScript. */
const FLOOR: Program = { name: "floor", main: "bench/programs/floor.cjs", typescript: false };

function recordedGraph(exported: string): Graph {
    const { deployment } = JSON.parse(exported) as { deployment: { resources?: RecordedResource[] } };
    return graphOf(deployment.resources ?? [], OWN_TYPES);
}

function previewedSize(json: string): number {
    return (JSON.parse(json) as { changeSummary?: { create?: number } }).changeSummary?.create ?? 0;
}

/** A floor that registers fewer would be lower than it is. */
function insistOn(size: number, found: number, stack: string): void {
    if (found !== size) throw new Error(`a run of ${stack} registered ${found} resources instead of ${size}`);
}

function once<Result>(
    memory: Map<string, Promise<Result>>,
    key: string,
    make: () => Promise<Result>,
): Promise<Result> {
    const known = memory.get(key);
    if (known !== undefined) return known;
    const made = make();
    memory.set(key, made);
    return made;
}
