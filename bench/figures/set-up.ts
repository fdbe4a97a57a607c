import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { pathToFileURL } from "node:url";
import { timed } from "../command";
import type { Bench, Figure, Row } from "../figure";
import { median, pairedRatio } from "../statistics";

/** Seconds for a set-up from nothing: two downloads that may hang, and a build of minutes. */
const COLD_PATIENCE_S = 3600;

/** What set-up takes before each command when all is there; with `--cold` also in a fresh clone, and from nothing. */
export const setUp: Figure = {
    name: "set-up",
    title: "set-up; its floor is the start of an empty Node process",
    measure: async (bench) => [await warm(bench), ...(bench.cold ? await cold(bench) : [])],
};

async function warm(bench: Bench): Promise<Row> {
    const [values, floors]: number[][] = [[], []];
    for (let run = 1; run <= bench.runs; run++) {
        bench.say(`set-up: warm, run ${run} of ${bench.runs}`);
        values.push(await setUpIn(bench.root, process.env));
        floors.push((await timed(process.execPath, ["--eval", ""])).ms);
    }
    const ratio = pairedRatio(values, floors);
    return { subject: "warm", value: median(values), floor: median(floors), ratio, unit: "ms" };
}

/** Once each, of what is committed. */
async function cold(bench: Bench): Promise<Row[]> {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "core-platform-bench-cold-"));
    try {
        const clone = async (name: string): Promise<string> => {
            await timed("git", ["clone", "--quiet", bench.root, path.join(folder, name)]);
            return path.join(folder, name);
        };
        bench.say("set-up: a fresh clone, npm's cache and the engine there");
        const fresh = await setUpIn(await clone("fresh"), process.env);
        bench.say("set-up: a fresh clone and nothing else (minutes)");
        const nothing = await setUpIn(await clone("nothing"), {
            ...process.env,
            npm_config_cache: path.join(folder, "npm"),
            CORE_PLATFORM_CACHE: path.join(folder, "cache"),
            GOCACHE: path.join(folder, "go-build"),
            GOMODCACHE: path.join(folder, "go-modules"),
            GOFLAGS: "-modcacherw", // else it can't be removed
        });
        return [
            { subject: "fresh clone", value: fresh, unit: "ms" },
            { subject: "from nothing", value: nothing, unit: "ms" },
        ];
    } finally {
        fs.rmSync(folder, { recursive: true, force: true });
    }
}

/** Milliseconds of the set-up that every npm script begins with, in a process of its own. */
async function setUpIn(root: string, env: NodeJS.ProcessEnv): Promise<number> {
    const module = pathToFileURL(path.join(root, "scripts", "setup", "index.mjs")).href;
    const code = `const { setUp } = await import(${JSON.stringify(module)}); await setUp();`;
    const args = ["--input-type=module", "--eval", code];
    return (await timed(process.execPath, args, { env, cwd: root, patienceS: COLD_PATIENCE_S })).ms;
}
