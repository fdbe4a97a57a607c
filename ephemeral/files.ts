import * as fs from "node:fs";
import * as path from "node:path";
import { ENVIRONMENTS, ticketOf } from "../environments";
import { rangesIn } from "./stack-file";
import { UserError } from "../command-line/user-error";

/** The stack files in pulumi's project folder: the repository's, or the sandbox's copies. */
export class StackFiles {
    /** @param folder it holds Pulumi.yaml */
    constructor(private readonly folder: string) {}

    nameOf(stack: string): string {
        return `Pulumi.${stack}.yaml`;
    }

    /** Where a stack's file lies, or would. */
    pathOf(stack: string): string {
        return path.join(this.folder, this.nameOf(stack));
    }

    /** The content of a stack's file. @returns undefined when there is none */
    read(stack: string): string | undefined {
        const file = this.pathOf(stack);
        return fs.existsSync(file) ? fs.readFileSync(file, "utf8") : undefined;
    }

    /** The content of a file that every clone has. @throws UserError when it is gone */
    require(stack: string): string {
        const content = this.read(stack);
        if (content === undefined) throw new UserError(`${this.pathOf(stack)} is not there: restore it.`);
        return content;
    }

    /** By way of a sibling, so that a reader never sees a part of it. */
    write(stack: string, content: string): void {
        const file = this.pathOf(stack);
        const sibling = `${file}.${process.pid}.tmp`;
        fs.writeFileSync(sibling, content);
        fs.renameSync(sibling, file);
    }

    remove(stack: string): void {
        fs.rmSync(this.pathOf(stack), { force: true });
    }

    /** The ranges that the environments and their satellites hold, and those of networks connected to them. */
    reserved(): string[] {
        const named = fs
            .readdirSync(this.folder)
            .flatMap((name) => /^Pulumi\.(.+)\.yaml$/.exec(name)?.[1] ?? []);
        const lasting = new Set([...ENVIRONMENTS, ...named.filter((stack) => ticketOf(stack) === undefined)]);
        return [...lasting].flatMap((stack) => rangesIn(this.nameOf(stack), this.require(stack)));
    }
}
