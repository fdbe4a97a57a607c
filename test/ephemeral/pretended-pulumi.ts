import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import type { Context } from "../../ephemeral/context";
import { StackFiles } from "../../ephemeral/files";
import { Pulumi } from "../../command-line/pulumi";
import { UserError } from "../../command-line/user-error";
import { CLAIM_TAG } from "../../ephemeral/claim";
import type { Deployment } from "../../ephemeral/deployment";

/** A stack in the pretended backend. */
export interface PretendedStack {
    resources: number;
    tags: Record<string, string>;
    lastUpdate?: string;
    /** The stack's file at its last update: what `config refresh` brings back. */
    history?: string;
    exported?: Deployment;
}

/** Answers as pulumi does for the commands that `npm run ephemeral` uses; any other is a bug and throws. */
export class PretendedPulumi extends Pulumi {
    readonly stacks = new Map<string, PretendedStack>();
    /** The calls that change something, as they were typed. */
    readonly calls: string[] = [];
    /** Variables that calls came with. */
    readonly variables: NodeJS.ProcessEnv = {};
    /** What `up` and `destroy` exit with. */
    exitCode = 0;
    /** Called before a tag is written: something that another run does at that moment. */
    meanwhile: () => void = () => undefined;

    constructor(private readonly folder: string) {
        super({ command: "none", arguments: [], environment: {}, cwd: folder });
    }

    claim(stack: string, claim: object, resources = 0): void {
        this.stacks.set(stack, { resources, tags: { [CLAIM_TAG]: JSON.stringify(claim) } });
    }

    override run(args: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<number> {
        this.calls.push(args.join(" "));
        Object.assign(this.variables, environment);
        const stack = this.named(args);
        if (this.exitCode !== 0) return Promise.resolve(this.exitCode);
        if (args[0] === "up") {
            stack.resources = 80;
            stack.history = fs.readFileSync(this.fileOf(args), "utf8");
        } else if (args[0] === "destroy") {
            if (!args.includes("--preview-only")) stack.resources = 0;
        } else {
            throw new Error(`not pretended: ${args.join(" ")}`);
        }
        return Promise.resolve(0);
    }

    override ask(args: readonly string[]): Promise<string> {
        try {
            return Promise.resolve(this.answer(args));
        } catch (error) {
            return Promise.reject(error as Error);
        }
    }

    private answer(args: readonly string[]): string {
        const words = args.filter((arg) => !arg.startsWith("-")).join(" ");
        if (words === "stack ls")
            return JSON.stringify(
                [...this.stacks].map(([name, { resources, lastUpdate }]) => ({
                    name,
                    resourceCount: resources,
                    lastUpdate,
                })),
            );
        if (words.startsWith("stack tag ls")) return JSON.stringify(this.named(args).tags);
        if (words.startsWith("stack export"))
            return JSON.stringify({ deployment: this.named(args).exported ?? {} });
        this.calls.push(args.join(" "));
        if (words.startsWith("stack tag set")) {
            this.meanwhile();
            this.named(args).tags[args[5]] = args[6];
        } else if (words.startsWith("stack init")) {
            if (this.stacks.has(args[2])) throw new UserError(`stack '${args[2]}' already exists`);
            this.stacks.set(args[2], { resources: 0, tags: {} });
            fs.appendFileSync(
                path.join(this.folder, `Pulumi.${args[2]}.yaml`),
                "encryptedkey: made-by-init\n",
            );
        } else if (words.startsWith("stack rm")) {
            const { resources } = this.named(args);
            if (resources > 0)
                throw new UserError("refusing to remove stack because it still contains resources");
            this.stacks.delete(args[args.indexOf("-s") + 1]);
        } else if (words.startsWith("config refresh")) {
            const { history } = this.named(args);
            if (history === undefined)
                throw new UserError("getting latest configuration: no previous deployment");
            fs.writeFileSync(this.fileOf(args), history);
        } else if (!words.startsWith("cancel")) {
            throw new Error(`not pretended: ${args.join(" ")}`);
        }
        return "";
    }

    private named(args: readonly string[]): PretendedStack {
        const name = args[args.indexOf("-s") + 1];
        const stack = this.stacks.get(name);
        if (stack === undefined) throw new UserError(`no stack named '${name}' found`);
        return stack;
    }

    private fileOf(args: readonly string[]): string {
        return path.join(this.folder, `Pulumi.${args[args.indexOf("-s") + 1]}.yaml`);
    }
}

/** A project folder with the three tracked stack files, a pretended pulumi, and what was said to the person. */
export interface PretendedPlace extends Context {
    pulumi: PretendedPulumi;
    folder: string;
    said: string[];
    /** Questions, and what is answered to all of them. */
    asked: string[];
    answer: boolean;
}

/** @param folder is removed by the caller */
export function pretendedPlace(
    folder = fs.mkdtempSync(path.join(os.tmpdir(), "ephemeral-")),
): PretendedPlace {
    for (const environment of ["dvlp", "pprd", "prod"])
        fs.copyFileSync(`Pulumi.${environment}.yaml`, path.join(folder, `Pulumi.${environment}.yaml`));
    const place: PretendedPlace = {
        folder,
        pulumi: new PretendedPulumi(folder),
        files: new StackFiles(folder),
        aws: false,
        now: new Date("2026-11-21T09:00:00Z"),
        interactive: false,
        said: [],
        asked: [],
        answer: true,
        say: (text) => void place.said.push(text),
        confirm: (question) => {
            place.asked.push(question);
            return Promise.resolve(place.answer);
        },
    };
    return place;
}
