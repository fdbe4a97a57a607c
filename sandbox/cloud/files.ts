import * as fs from "node:fs";
import * as path from "node:path";

/**
 * Writes a file so that a reader sees the old or the new content, never a part: a sibling, then a rename.
 * @param mode permissions, there from the first moment too; what the process gives to new files when left out
 */
export function writeAtomically(file: string, content: string, mode?: number): void {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    const sibling = `${file}.${process.pid}.tmp`;
    fs.writeFileSync(sibling, content);
    if (mode !== undefined) fs.chmodSync(sibling, mode);
    fs.renameSync(sibling, file);
}

/** The content of a file, or undefined when there is none. */
export function readIfThere(file: string): string | undefined {
    try {
        return fs.readFileSync(file, "utf8");
    } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
        throw error;
    }
}

/** The entries of a folder, sorted; an absent folder is empty. */
export function entries(folder: string): string[] {
    try {
        return fs.readdirSync(folder).sort();
    } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
        throw error;
    }
}
