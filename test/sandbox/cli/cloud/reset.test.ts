import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { resetSandbox } from "../../../../sandbox/cli/cloud/reset";
import { Engine } from "../../../../sandbox/cli/engine";
import { temporaryFolder } from "../../cloud/temporary-folder";
import { outputOf } from "../output";
import { pretendedPlace, putObject, type PretendedPlace } from "../pretended-place";
import { realEngine } from "../real-engine";

/** Every file below a folder. */
function filesIn(folder: string): string[] {
    return fs
        .readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
        .sort();
}

describe("A reset", () => {
    const folder = temporaryFolder();
    let pretended: PretendedPlace;

    beforeEach(() => {
        pretended = pretendedPlace(folder());
        const { place } = pretended;
        for (const stack of ["dvlp", "dvlp-t1", "prod"]) {
            putObject(place, stack, { id: "vpc-1" });
            for (const file of stateOf(stack)) write(file, "{}");
            write(`project/Pulumi.${stack}.yaml`, "config: {}\n");
        }
    });

    const write = (file: string, content: string): void => {
        const target = path.join(pretended.place.folder, file);
        fs.mkdirSync(path.dirname(target), { recursive: true });
        fs.writeFileSync(target, content);
    };

    /** The file backend's layout, as a real one has it. */
    function stateOf(stack: string): string[] {
        const files = [
            ...["", ".bak"].map((backup) => `stacks/core-platform/${stack}.json${backup}`),
            `history/core-platform/${stack}/${stack}-1.history.json`,
            `history/core-platform/${stack}/${stack}-1.checkpoint.json`,
            `backups/core-platform/${stack}/${stack}.1.json`,
        ];
        return files.flatMap((file) => [file, `${file}.attrs`]).map((file) => `state/.pulumi/${file}`);
    }

    const lockOf = (stack: string, pid: number, hostname = os.hostname()): void =>
        write(
            `state/.pulumi/locks/organization/core-platform/${stack}/0.json`,
            JSON.stringify({ pid, username: "me", hostname, timestamp: "2026-01-01T00:00:00Z" }),
        );

    const left = (): string[] => filesIn(pretended.place.folder);
    const of = (stack: string): string[] =>
        left().filter((file) => new RegExp(`[/.]${stack}[/.]`).test(`/${file}`));

    it("of all stacks leaves neither clouds nor states nor configuration that was set", async () => {
        const { stdout } = await outputOf(() => resetSandbox(pretended.place, {}));
        assert.deepEqual(left(), []);
        assert.equal(stdout.split("\n").length, 4);
        assert.match(stdout, /^dvlp lost 1 object and its state\n/);
    });

    it("of one stack leaves the others, also one whose name begins alike", async () => {
        const others = [...of("dvlp-t1"), ...of("prod")];
        await outputOf(() => resetSandbox(pretended.place, { stack: "dvlp" }));
        assert.deepEqual(of("dvlp"), []);
        assert.deepEqual([...of("dvlp-t1"), ...of("prod")], others);
    });

    it("keeps states and configuration when it is told to: everything has drifted away", async () => {
        const { stdout } = await outputOf(() =>
            resetSandbox(pretended.place, { keepState: true, stack: "prod" }),
        );
        assert.equal(stdout, "prod lost 1 object\n");
        assert.deepEqual(of("prod"), ["project/Pulumi.prod.yaml", ...stateOf("prod")].sort());
    });

    it("only says what would go when it is a dry run", async () => {
        const before = left();
        const { stdout } = await outputOf(() => resetSandbox(pretended.place, { dryRun: true }));
        assert.match(stdout, /^dvlp would lose 1 object and its state\n/);
        assert.deepEqual(left(), before);
    });

    it("answers in JSON", async () => {
        const options = { json: true, dryRun: true, stack: "prod" };
        const { stdout } = await outputOf(() => resetSandbox(pretended.place, options));
        assert.deepEqual(JSON.parse(stdout), {
            dryRun: true,
            keepState: false,
            removed: [{ stack: "prod", objects: 1 }],
        });
    });

    it("of a state without a cloud, or of a cloud without a state, works as well", async () => {
        fs.rmSync(path.join(pretended.place.cloud, "dvlp"), { recursive: true });
        fs.rmSync(path.join(pretended.place.state, ".pulumi", "stacks", "core-platform", "prod.json"));
        const { stdout } = await outputOf(() => resetSandbox(pretended.place, {}));
        assert.match(stdout, /^dvlp lost 0 objects/);
        assert.deepEqual(left(), []);
    });

    it("has nothing to do in an empty sandbox", async () => {
        fs.rmSync(pretended.place.folder, { recursive: true });
        const { stdout } = await outputOf(() => resetSandbox(pretended.place, {}));
        assert.equal(stdout, "There is nothing to reset.\n");
    });

    it("names the stacks when there is no such stack", () => {
        assert.throws(() => resetSandbox(pretended.place, { stack: "pprd" }), {
            message: /^there is no stack "pprd" here; there are dvlp, dvlp-t1, prod\. /,
        });
    });

    it("is refused, for all stacks, while a process updates one of them", () => {
        lockOf("prod", process.pid);
        const before = left();
        for (const options of [{}, { stack: "prod" }, { keepState: true }]) {
            assert.throws(() => resetSandbox(pretended.place, options), {
                message: new RegExp(`^process ${process.pid} on .+ is updating prod; wait for it`),
            });
        }
        assert.deepEqual(left(), before);
    });

    it("is refused when the lock is another machine's: nobody here knows whether it lives", () => {
        lockOf("prod", 1, "elsewhere");
        assert.throws(() => resetSandbox(pretended.place, {}), { message: /^process 1 on elsewhere/ });
    });

    it("takes the lock of a killed engine away with the rest", async () => {
        const child = spawn(process.execPath, ["-e", ""]);
        await once(child, "exit");
        lockOf("prod", child.pid!);
        await outputOf(() => resetSandbox(pretended.place, {}));
        assert.deepEqual(left(), []);
    });

    it("knows every file of a real backend, and a new start works", async function () {
        this.timeout(60_000);
        fs.rmSync(pretended.place.folder, { recursive: true });
        const engine = new Engine({ ...pretended.place, engine: realEngine() }, pretended.environment);
        await engine.prepare(["-s", "prod"]);
        assert.notDeepEqual(of("dvlp"), []);
        await outputOf(() => resetSandbox(pretended.place, {}));
        assert.deepEqual(
            left().filter((file) => file.startsWith("state/")),
            ["state/.pulumi/meta.yaml", "state/.pulumi/meta.yaml.attrs"],
        );
        await engine.prepare();
        assert.equal(await engine.run(["stack", "select", "dvlp"]), 0);
    });
});
