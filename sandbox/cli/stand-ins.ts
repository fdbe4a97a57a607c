import * as fs from "node:fs";
import * as path from "node:path";
import { readIfThere, writeAtomically } from "../cloud/files";
import type { Place } from "./place";

/** The providers that the sandbox stands in for. */
const STAND_INS = ["aws", "eks", "kubernetes"] as const;

/**
 * Puts the stand-ins where the engine looks for plugins of exactly the version that the program asks for. There,
 * unlike on PATH, they are used without a warning at every run; and a plugin on PATH (SANDBOX_PLUGINS) still wins.
 */
export function installStandIns(place: Place): void {
    for (const name of STAND_INS) {
        const folder = path.join(
            place.home,
            "plugins",
            `resource-${name}-v${packageVersion(place.root, name)}`,
        );
        writeScript(
            path.join(folder, `pulumi-resource-${name}`),
            path.join(place.root, "sandbox", "dist", `${name}.js`),
            "",
        );
    }
    // `aws eks get-token` of the pretended clusters, see aws-command.ts.
    writeScript(path.join(place.bin, "aws"), path.join(place.root, "sandbox", "dist", "cli.js"), " aws");
}

function packageVersion(root: string, name: string): string {
    const file = path.join(root, "node_modules", "@pulumi", name, "package.json");
    return (JSON.parse(fs.readFileSync(file, "utf8")) as { version: string }).version;
}

function writeScript(file: string, script: string, argument: string): void {
    const content = `#!/bin/sh\nexec ${quoted(process.execPath)} ${quoted(script)}${argument} "$@"\n`;
    if (readIfThere(file) === content) return;
    writeAtomically(file, content, 0o755);
}

/** A word for the shell, whatever is in it. */
function quoted(word: string): string {
    return `'${word.replaceAll("'", `'\\''`)}'`;
}
