import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** Folders that never hold sources. */
const SKIPPED_FOLDERS = new Set(["node_modules", "dist"]);

/**
 * The files below a folder, as paths from `root` with forward slashes, sorted; none when it does not exist.
 * @param {string} root
 * @param {string} folder from `root`
 * @param {(name: string) => boolean} matches chooses by the file's base name
 */
export function listFiles(root, folder, matches) {
    let entries;
    try {
        entries = readdirSync(path.join(root, folder), { withFileTypes: true });
    } catch (error) {
        if (error.code === "ENOENT") {
            return [];
        }
        throw error;
    }
    const files = entries.flatMap((entry) => {
        const file = path.posix.join(folder, entry.name);
        if (entry.isDirectory()) {
            return SKIPPED_FOLDERS.has(entry.name) ? [] : listFiles(root, file, matches);
        }
        return matches(entry.name) ? [file] : [];
    });
    return files.sort();
}

/**
 * A hash over the names and contents of files: changes when any of them does. A modification time would not do:
 * git sets it at will.
 * @param {string} root
 * @param {string[]} files from `root`
 * @returns {string} 64 hexadecimal digits
 */
export function contentHash(root, files) {
    const hash = createHash("sha256");
    for (const file of files) {
        const content = readFileSync(path.join(root, file));
        hash.update(`${file}\0${content.length}\0`).update(content);
    }
    return hash.digest("hex");
}
