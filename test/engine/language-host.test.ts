import assert from "node:assert/strict";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { descendantsOf, isRunning, makeProgram, type Program } from "./program";

/** A program that says where it is and then waits to be stopped. */
const WAITING = `
    import * as pulumi from "@pulumi/pulumi";
    pulumi.log.info("now waiting");
    setInterval(() => {}, 1000);
`;

describe("The engine with its Node language host", function () {
    this.timeout(120_000);
    let program: Program;

    before(() => {
        program = makeProgram();
        assert.equal(program.pulumi("config", "set", "greeting", "good: {day}").status, 0);
        assert.equal(program.pulumi("config", "set", "--secret", "password", "hidden").status, 0);
    });
    after(() => program.remove());

    /** Starts a preview of the waiting program and returns once that runs, with all processes below the engine. */
    async function startWaiting() {
        program.write(WAITING);
        const engine = program.start("preview");
        let output = "";
        engine.stdout!.on("data", (data) => {
            output += data;
        });
        while (!output.includes("now waiting")) {
            assert.equal(engine.exitCode, null, `the program did not start:\n${output}`);
            await sleep(50);
        }
        const started = descendantsOf(engine.pid!);
        assert.ok(started.length >= 2, "a language host and node");
        return { engine, started };
    }

    /** Waits until none of the processes is left; mocha's timeout ends it when one stays. */
    async function allGone(processes: number[]) {
        while (processes.some(isRunning)) {
            await sleep(50);
        }
    }

    it("runs a TypeScript program that knows its stack, configuration and whether it is a preview", () => {
        program.write(`
            import * as pulumi from "@pulumi/pulumi";
            const config = new pulumi.Config();
            export const seen: string = [pulumi.getProject(), pulumi.getStack(), config.require("greeting"),
                pulumi.runtime.isDryRun()].join("|");
            export const password = config.requireSecret("password");
        `);
        const preview = program.pulumi("preview");
        assert.match(
            preview.stdout,
            /seen\s*: "small\|test\|good: {day}\|true"/,
            preview.stdout + preview.stderr,
        );
        const up = program.pulumi("up", "--yes", "--skip-preview");
        assert.match(up.stdout, /seen\s*: "small\|test\|good: {day}\|false"/, up.stdout + up.stderr);
        assert.match(up.stdout, /password\s*: \[secret\]/);
        assert.equal(up.stdout.includes("hidden"), false);
    });

    it("reports a program's error once and ends with a failure", () => {
        program.write(`throw new Error("the only reason");`);
        const { status, stdout } = program.pulumi("preview");
        assert.notEqual(status, 0);
        assert.equal(stdout.split("Error: the only reason").length - 1, 1, stdout);
        assert.equal(stdout.includes("exit code"), false, stdout);
    });

    it("says which exit code a program ended with that said nothing itself", () => {
        program.write(`process.exit(9);`);
        const { status, stdout, stderr } = program.pulumi("preview");
        assert.notEqual(status, 0);
        assert.match(stdout + stderr, /exit code:? 9/);
    });

    it("passes on what a program prints", () => {
        program.write(
            `console.log("to stdout"); console.error("to stderr"); process.stdout.write("without an end");`,
        );
        const { stdout } = program.pulumi("preview");
        for (const text of ["to stdout", "to stderr", "without an end"]) {
            assert.ok(stdout.includes(text), stdout);
        }
    });

    it("tells the engine which plugins the installed packages need", () => {
        const about = JSON.parse(program.pulumi("about", "--json").stdout);
        const versions = ["aws", "eks", "kubernetes"].map((name) => [
            name,
            // eslint-disable-next-line @typescript-eslint/no-require-imports -- the version that is installed
            require(`@pulumi/${name}/package.json`).version,
        ]);
        for (const [name, version] of versions) {
            const plugin = about.plugins.find((found: { name: string }) => found.name === name);
            assert.equal(plugin?.version, version, name);
        }
    });

    it("ends the program on an interrupt", async () => {
        const { engine, started } = await startWaiting();
        engine.kill("SIGINT");
        const [code] = await once(engine, "close");
        assert.notEqual(code, 0);
        await allGone(started);
    });

    it("leaves no process behind when the engine is killed", async () => {
        const { engine, started } = await startWaiting();
        engine.kill("SIGKILL");
        await allGone(started);
    });
});
