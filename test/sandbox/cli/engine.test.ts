import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import * as fs from "node:fs";
import * as path from "node:path";
import { Engine } from "../../../sandbox/cli/engine";
import { placeOf } from "../../../sandbox/cli/place";
import { temporaryFolder } from "../cloud/temporary-folder";
import { pretendedPlace, type PretendedPlace } from "./pretended-place";
import { realEngine } from "./real-engine";

const MAIN = path.resolve("sandbox/cli/main.ts");

/** The command line as a process of its own, in a process group of its own. */
function start(args: string[], environment: NodeJS.ProcessEnv): ReturnType<typeof spawn> {
    return spawn(process.execPath, ["-r", "ts-node/register/transpile-only", MAIN, "run", "--", ...args], {
        env: environment,
        stdio: ["ignore", "pipe", "pipe"],
        detached: true,
    });
}

async function ended(
    child: ReturnType<typeof spawn>,
): Promise<{ code: number | null; stdout: string; stderr: string }> {
    const output = { stdout: "", stderr: "" };
    child.stdout!.on("data", (chunk: Buffer) => (output.stdout += chunk.toString()));
    child.stderr!.on("data", (chunk: Buffer) => (output.stderr += chunk.toString()));
    const [code] = (await once(child, "close")) as [number | null];
    return { code, ...output };
}

describe("The engine's preparations", () => {
    const folder = temporaryFolder();
    let pretended: PretendedPlace;

    beforeEach(() => {
        pretended = pretendedPlace(folder());
    });

    const prepare = (args: string[] = []): Promise<string[]> =>
        new Engine(pretended.place, pretended.environment).prepare(args);

    it("make project, plugins and the first environment's stack, which is selected", async () => {
        assert.deepEqual(await prepare(), []);
        const { place } = pretended;
        assert.ok(fs.existsSync(path.join(place.project, "Pulumi.yaml")));
        assert.ok(fs.existsSync(path.join(place.bin, "aws")));
        assert.deepEqual(pretended.calls(), ["stack init dvlp"]);
    });

    it("make another environment's stack when it is mentioned, and leave the selection", async () => {
        await prepare(["preview", "-s", "prod"]);
        assert.deepEqual(pretended.calls(), ["stack init prod --no-select", "stack init dvlp"]);
        await prepare(["preview", "--stack=pprd"]);
        assert.deepEqual(pretended.calls().slice(2), ["stack init pprd --no-select"]);
    });

    it("make the stack that PULUMI_STACK names", async () => {
        pretended.environment.PULUMI_STACK = "pprd";
        await prepare();
        assert.deepEqual(pretended.calls(), ["stack init pprd --no-select", "stack init dvlp"]);
    });

    it("keep a selection that is not theirs", async () => {
        await prepare(["-s", "prod"]);
        const workspace = path.join(pretended.place.home, "workspaces", "x-workspace.json");
        fs.writeFileSync(workspace, '{"stacks":{"file://x":"organization/core-platform/prod"}}');
        fs.rmSync(path.join(pretended.place.state, ".pulumi", "stacks", "core-platform", "dvlp.json"));
        await prepare();
        assert.deepEqual(pretended.calls().slice(2), ["stack init dvlp --no-select"]);
    });

    it("call the engine no more when all is there", async () => {
        await prepare();
        await prepare();
        assert.equal(pretended.calls().length, 1);
    });

    it("select a stack again when the selected one is gone", async () => {
        await prepare();
        const workspaces = path.join(pretended.place.home, "workspaces");
        fs.rmSync(workspaces, { recursive: true });
        await prepare();
        assert.deepEqual(pretended.calls().slice(1), ["stack select dvlp"]);
        const [name] = fs.readdirSync(workspaces);
        fs.writeFileSync(
            path.join(workspaces, name),
            '{"stacks":{"file://x":"organization/core-platform/gone"}}',
        );
        await prepare();
        assert.deepEqual(pretended.calls().slice(2), ["stack select dvlp"]);
    });

    it("take turns when several runs are the first at once", async () => {
        await Promise.all([prepare(), prepare(["-s", "prod"]), prepare(["-s", "prod"])]);
        assert.deepEqual(pretended.calls().sort(), ["stack init dvlp", "stack init prod --no-select"]);
    });

    it("go on where a killed run stopped", async () => {
        const { place } = pretended;
        fs.mkdirSync(place.folder, { recursive: true });
        fs.writeFileSync(path.join(place.folder, ".prepare"), "999999999");
        fs.mkdirSync(place.project);
        fs.writeFileSync(path.join(place.project, "Pulumi.dvlp.yaml"), "half");
        await prepare();
        assert.deepEqual(pretended.calls(), ["stack init dvlp"]);
        assert.match(fs.readFileSync(path.join(place.project, "Pulumi.dvlp.yaml"), "utf8"), /owner: team/);
    });

    it("fail with what the engine says, and can be tried again", async () => {
        pretended.environment.PULUMI_PARALLEL = "fail";
        await assert.rejects(prepare(), { message: "pulumi stack init dvlp failed:\nthe disk is full\n" });
        delete pretended.environment.PULUMI_PARALLEL;
        await prepare();
    });

    it("fail with a clear message when there is no engine", async () => {
        fs.rmSync(path.join(pretended.place.engine, "pulumi"));
        await assert.rejects(prepare(), { message: /^pulumi stack init dvlp failed:\n.*ENOENT/ });
    });
});

describe("The engine", () => {
    const folder = temporaryFolder();

    it("answers pulumi's exit code, and fails when there is none", async () => {
        const { place, environment } = pretendedPlace(folder());
        const engine = new Engine(place, environment);
        await engine.prepare();
        assert.equal(await engine.run(["exit", "255"]), 255);
        assert.equal(await engine.run(["exit", "0"]), 0);
        fs.rmSync(path.join(place.engine, "pulumi"));
        await assert.rejects(engine.run(["exit", "0"]), { code: "ENOENT" });
    });

    it("runs in the sandbox's environment, not in the user's", async () => {
        const { environment } = pretendedPlace(folder());
        const child = start(["environment"], {
            ...environment,
            AWS_PROFILE: "prod",
            PULUMI_ACCESS_TOKEN: "x",
        });
        const { stdout, stderr, code } = await ended(child);
        assert.deepEqual([code, stderr], [0, ""]);
        assert.match(stdout, new RegExp(`^SANDBOX_DIR=${folder()}/sandbox$`, "m"));
        assert.doesNotMatch(stdout, /^(AWS_|PULUMI_ACCESS_TOKEN)/m);
    });

    it("asks no questions; a --preview-only has none, and the engine takes no --yes beside it", async () => {
        const { environment } = pretendedPlace(folder());
        const asked = await ended(start(["environment"], environment));
        assert.match(asked.stdout, /^PULUMI_SKIP_CONFIRMATIONS=true$/m);
        const previewed = await ended(start(["environment", "--preview-only"], environment));
        assert.doesNotMatch(previewed.stdout, /^PULUMI_SKIP_CONFIRMATIONS/m);
    });

    it("decides itself what Ctrl-C means, once, and its exit code is the command's", async () => {
        const { environment } = pretendedPlace(folder());
        const child = start(["wait"], environment);
        const end = ended(child);
        await once(child.stdout!, "data");
        process.kill(-child.pid!, "SIGINT");
        const { code, stdout } = await end;
        assert.deepEqual([code, stdout], [7, "ready\ncancelled 1\n"]);
    });

    it("is ended with the command", async () => {
        const { environment } = pretendedPlace(folder());
        const child = start(["wait"], environment);
        const end = ended(child);
        await once(child.stdout!, "data");
        child.kill("SIGTERM");
        assert.equal((await end).code, 128 + 15);
    });
});

describe("The real engine", () => {
    const folder = temporaryFolder();

    it("takes the project, the salt and the stacks: two first runs at once, in a folder of any name", async function () {
        this.timeout(60_000);
        const environment = {
            ...process.env,
            CORE_PLATFORM_ROOT: process.cwd(),
            CORE_PLATFORM_ENGINE_BIN: realEngine(),
            SANDBOX_DIR: path.join(folder(), "it's 100% mine"),
            INIT_CWD: process.cwd(),
        };
        const runs = [
            ["stack", "ls", "--json"],
            ["config", "-s", "prod", "--json"],
        ];
        const [list, config] = await Promise.all(runs.map((args) => ended(start(args, environment))));
        assert.deepEqual([list.code, list.stderr], [0, ""]);
        assert.deepEqual([config.code, config.stderr], [0, ""]);
        const stacks = JSON.parse(list.stdout) as { name: string; current: boolean }[];
        assert.equal(stacks.find(({ current }) => current)?.name, "dvlp");
        assert.ok("core-platform:owner" in (JSON.parse(config.stdout) as object));
        // The engine took the salt as it was: its files still count as the tracked ones.
        const changed = await new Engine(placeOf(environment), environment).prepare(["-s", "prod"]);
        assert.deepEqual(changed, []);
    });
});
