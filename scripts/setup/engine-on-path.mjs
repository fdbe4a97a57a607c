import {
    accessSync,
    constants,
    mkdirSync,
    readFileSync,
    realpathSync,
    renameSync,
    statSync,
    writeFileSync,
} from "node:fs";
import path from "node:path";
import { fits } from "./engine-version.mjs";
import { runTool } from "./run-tool.mjs";

/** Smaller than this is a version manager's shim, whose answer may change while the file stays the same. */
const SHIM_BYTES = 1_000_000;

/**
 * Looks for a fitting Pulumi on the PATH, together with its Node language host.
 * @param {object} options `memoryFile` keeps the versions found, so that only a changed `pulumi` is asked again
 * @returns {Promise<{ engine?: { bin: string, version: string }, reason?: string }>} the engine, or why there is none
 */
export async function engineOnPath({
    pinned,
    memoryFile,
    pathVariable = process.env.PATH ?? "",
    askVersion = pulumiVersion,
}) {
    const folders = [...new Set(pathVariable.split(path.delimiter).filter(path.isAbsolute))];
    const candidates = folders.map((folder) => path.join(folder, "pulumi")).filter(isExecutable);
    if (candidates.length === 0) {
        return { reason: "there is no pulumi on the PATH" };
    }
    const known = readMemory(memoryFile);
    const memory = {};
    const reasons = [];
    for (const file of candidates) {
        const key = fingerprint(file);
        const version = known[key] ?? (await askVersion(file));
        if (statSync(file).size >= SHIM_BYTES) {
            memory[key] = version;
        }
        if (!fits(version, pinned)) {
            reasons.push(`${file} is ${version || "broken"}, not ${pinned} or a newer one of its line`);
        } else if (!hasLanguageHost(file, folders)) {
            reasons.push(`${file} has no pulumi-language-nodejs beside it or on the PATH`);
        } else {
            writeMemory(memoryFile, known, memory);
            return { engine: { bin: path.dirname(file), version: version.replace(/^v/, "") } };
        }
    }
    writeMemory(memoryFile, known, memory);
    return { reason: reasons.join("; ") };
}

/** The engine looks for language hosts beside itself, links resolved, and then on the PATH. */
function hasLanguageHost(pulumi, folders) {
    return [path.dirname(pulumi), path.dirname(realpathSync(pulumi)), ...folders].some((folder) =>
        isExecutable(path.join(folder, "pulumi-language-nodejs")),
    );
}

/** @returns {Promise<string>} e.g. "v3.259.0"; empty when it can't be run */
async function pulumiVersion(file) {
    try {
        const env = { ...process.env, PULUMI_SKIP_UPDATE_CHECK: "true" };
        return (await runTool(file, ["version"], { env, timeoutSeconds: 30 })).trim();
    } catch (error) {
        if (error.name === "ToolFailure") {
            return "";
        }
        throw error;
    }
}

function isExecutable(file) {
    try {
        accessSync(file, constants.X_OK);
        return statSync(file).isFile();
    } catch {
        return false;
    }
}

function fingerprint(file) {
    const real = realpathSync(file);
    const { mtimeMs, size } = statSync(real);
    return `${real} ${mtimeMs} ${size}`;
}

function readMemory(file) {
    try {
        return JSON.parse(readFileSync(file, "utf8"));
    } catch {
        return {}; // the first run, or a file that somebody damaged: ask again
    }
}

function writeMemory(file, known, memory) {
    if (JSON.stringify(known) === JSON.stringify(memory)) {
        return;
    }
    mkdirSync(path.dirname(file), { recursive: true });
    const temporary = `${file}.${process.pid}`;
    writeFileSync(temporary, JSON.stringify(memory));
    renameSync(temporary, file);
}
