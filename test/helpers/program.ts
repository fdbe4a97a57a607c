import * as fs from "node:fs";
import * as path from "node:path";
import { PROJECT } from "../../environments";
import { ROOT, type Outcome, type Sandbox } from "./sandbox";

/** A small program of test/programs in a stack of a sandbox, in place of the platform. */
export class SmallProgram {
    private readonly folder: string;

    /**
     * @param file in test/programs, `small-network.cjs`
     * @param stack one of the sandbox's
     */
    constructor(
        private readonly sandbox: Sandbox,
        file: string,
        readonly stack = "dvlp",
    ) {
        this.folder = path.join(sandbox.folder, "program");
        fs.mkdirSync(this.folder, { recursive: true });
        const main = path.relative(this.folder, path.join(ROOT, "test", "programs", file));
        const project = `name: ${PROJECT}\nmain: ${main}\nruntime: { name: nodejs, options: { typescript: false } }\n`;
        fs.writeFileSync(path.join(this.folder, "Pulumi.yaml"), project);
    }

    /** Runs pulumi on the program's stack, which is there once the sandbox was prepared. */
    async run(args: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<Outcome> {
        const own = path.join(this.folder, `Pulumi.${this.stack}.yaml`);
        if (!fs.existsSync(own)) {
            await this.sandbox.ok("stack", "ls");
            const salt = /^encryptionsalt:.*\n/m.exec(
                fs.readFileSync(
                    path.join(this.sandbox.folder, "project", `Pulumi.${this.stack}.yaml`),
                    "utf8",
                ),
            );
            fs.writeFileSync(own, salt?.[0] ?? "");
        }
        return this.sandbox.run(["-C", this.folder, ...args, "-s", this.stack], environment);
    }
}
