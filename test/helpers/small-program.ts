import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { PROJECT } from "../../environments";
import { ROOT, type Outcome, type ResourceState, type Sandbox, type Step } from "./sandbox";

const STACK = "dvlp";

/** A program of a few lines in a stack of a sandbox: what the platform's program does not do can be tried with it. */
export class SmallProgram {
    private readonly folder: string;

    constructor(private readonly sandbox: Sandbox) {
        this.folder = path.join(sandbox.folder, "small");
        fs.mkdirSync(this.folder, { recursive: true });
        fs.symlinkSync(path.join(ROOT, "node_modules"), path.join(this.folder, "node_modules"));
        const runtime = "runtime:\n  name: nodejs\n  options:\n    typescript: false\n";
        fs.writeFileSync(path.join(this.folder, "Pulumi.yaml"), `name: ${PROJECT}\n${runtime}`);
        fs.writeFileSync(path.join(this.folder, "package.json"), '{ "name": "small", "main": "index.js" }');
        this.write("");
    }

    /** Sets the program's text; `pulumi` and `aws` are there. */
    write(source: string): void {
        const imports = 'const pulumi = require("@pulumi/pulumi");\nconst aws = require("@pulumi/aws");\n';
        fs.writeFileSync(path.join(this.folder, "index.js"), imports + source);
    }

    /** Runs pulumi by the sandbox's launcher. */
    async run(args: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<Outcome> {
        await this.prepare();
        return this.sandbox.run(["-C", this.folder, ...args], environment);
    }

    async ok(...args: string[]): Promise<string> {
        const { code, stdout, stderr } = await this.run(args);
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

    /** The stack is the sandbox's own, and with it the salt of its secrets. */
    private async prepare(): Promise<void> {
        const file = path.join(this.folder, `Pulumi.${STACK}.yaml`);
        if (fs.existsSync(file)) return;
        await this.sandbox.ok("stack", "ls");
        const made = fs.readFileSync(
            path.join(this.sandbox.folder, "project", `Pulumi.${STACK}.yaml`),
            "utf8",
        );
        fs.writeFileSync(file, /^encryptionsalt:.*\n/m.exec(made)?.[0] ?? "");
        await this.sandbox.ok("-C", this.folder, "stack", "select", STACK);
    }
}
