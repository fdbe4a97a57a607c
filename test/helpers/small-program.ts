import * as assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { engineEnvironment } from "../../sandbox/cli/environment";
import { placeOf, type Place } from "../../sandbox/cli/place";
import { installStandIns } from "../../sandbox/cli/stand-ins";
import { capture, ROOT, type Outcome, type ResourceState, type Step } from "./sandbox";

const STACK = "dvlp";

/** A program of a few lines in a sandbox of its own: what the platform's program does not do can be tried with it. */
export class SmallProgram {
    private readonly place: Place;
    private readonly environment: NodeJS.ProcessEnv;

    /** @param folder removed by the caller */
    constructor(
        folder: string,
        private readonly engine: string,
    ) {
        const variables = {
            ...process.env,
            SANDBOX_DIR: folder,
            CORE_PLATFORM_ROOT: ROOT,
            CORE_PLATFORM_ENGINE_BIN: engine,
        };
        this.place = placeOf(variables);
        this.environment = engineEnvironment(this.place, variables);
        const { project, state, home, bin } = this.place;
        for (const made of [project, state, home, bin]) fs.mkdirSync(made, { recursive: true });
        installStandIns(this.place);
        fs.symlinkSync(path.join(ROOT, "node_modules"), path.join(project, "node_modules"));
        const runtime = "runtime:\n  name: nodejs\n  options:\n    typescript: false\n";
        fs.writeFileSync(path.join(project, "Pulumi.yaml"), `name: small\n${runtime}`);
        fs.writeFileSync(path.join(project, "package.json"), '{ "name": "small", "main": "index.js" }');
        this.write("");
        this.quietly("stack", "init", STACK);
    }

    /** Sets the program's text; `pulumi` and `aws` are there. */
    write(source: string): void {
        const imports = 'const pulumi = require("@pulumi/pulumi");\nconst aws = require("@pulumi/aws");\n';
        fs.writeFileSync(path.join(this.place.project, "index.js"), imports + source);
    }

    run(...args: string[]): Promise<Outcome> {
        const binary = path.join(this.engine, "pulumi");
        return capture(binary, ["-C", this.place.project, ...args], this.environment);
    }

    async ok(...args: string[]): Promise<string> {
        const { code, stdout, stderr } = await this.run(...args);
        assert.equal(code, 0, `pulumi ${args.join(" ")} exits with ${code}\n${stdout}\n${stderr}`);
        return stdout;
    }

    /** The steps of a preview, `same` ones left out. */
    async preview(): Promise<Step[]> {
        const { steps = [] } = JSON.parse(await this.ok("preview", "--json")) as { steps?: Step[] };
        return steps.filter(({ op }) => op !== "same");
    }

    /** The state as text, secrets encrypted. */
    export(): Promise<string> {
        return this.ok("stack", "export");
    }

    /** The outputs of a resource, by its logical name. */
    async outputs(name: string): Promise<Record<string, unknown>> {
        const { deployment } = JSON.parse(await this.export()) as {
            deployment: { resources: ResourceState[] };
        };
        const found = deployment.resources.find(({ urn }) => urn.endsWith(`::${name}`));
        assert.ok(found, `no ${name} in the state`);
        return found.outputs ?? {};
    }

    private quietly(...args: string[]): void {
        execFileSync(path.join(this.engine, "pulumi"), ["-C", this.place.project, ...args], {
            env: this.environment,
            stdio: "pipe",
        });
    }
}
