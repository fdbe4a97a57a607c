import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { contentHash } from "./content-hash.mjs";
import { withLock } from "./lock.mjs";
import { runTool } from "./run-tool.mjs";
import { SetUpError } from "./set-up-error.mjs";

/**
 * Installs the npm packages of the lock file unless they are there.
 * @param {string} root the checkout
 * @param {object} options `install(root)` fills node_modules; default `npm ci`; `say` stands for the terminal in tests
 * @returns {Promise<boolean>} whether it had to install
 */
export async function providePackages(root, { install = npmCi, say = console.error } = {}) {
    const stampFile = path.join(root, "node_modules", ".core-platform-stamp");
    // Packages with binaries differ by platform: a checkout may be shared with a container.
    const wanted = `${process.platform}-${process.arch} ${contentHash(root, ["package-lock.json"])}\n`;
    if (readText(stampFile) === wanted) {
        return false;
    }
    const lock = path.join(root, "sandbox", "dist", ".locks", "npm.lock");
    return withLock(
        lock,
        async () => {
            if (readText(stampFile) === wanted) {
                return false; // another process has installed while this one waited
            }
            const needed = !isInstalled(root);
            if (needed) {
                await install(root);
            }
            writeFileSync(stampFile, wanted);
            return needed;
        },
        { onWait: (pid) => say(`Waiting for the npm packages that process ${pid} installs ...`) },
    );
}

/** Whether somebody has installed exactly the lock file's packages by hand, so that it need not be done again. */
function isInstalled(root) {
    const installed = readText(path.join(root, "node_modules", ".package-lock.json"));
    const locked = readText(path.join(root, "package-lock.json"));
    return (
        installed !== undefined &&
        locked !== undefined &&
        matchesLock(JSON.parse(installed).packages, JSON.parse(locked).packages) &&
        Object.keys(JSON.parse(installed).packages).every((folder) => existsSync(path.join(root, folder)))
    );
}

/**
 * Compares npm's record of what it installed with the lock file: each of a package's versions must be the same,
 * and only optional packages may be missing.
 * @param {Record<string, { version?: string, integrity?: string }>} installed by folder
 * @param {Record<string, { version?: string, integrity?: string, optional?: boolean, devOptional?: boolean }>} locked
 */
export function matchesLock(installed, locked) {
    const same = Object.entries(installed).every(
        ([folder, { version, integrity }]) =>
            locked[folder]?.version === version && locked[folder]?.integrity === integrity,
    );
    const complete = Object.entries(locked).every(
        ([folder, { optional, devOptional, peer }]) =>
            folder === "" || folder in installed || optional || devOptional || peer,
    );
    return same && complete;
}

/** Install scripts are left out: npm 11 holds them back on some machines, so none may be needed on any. */
async function npmCi(root) {
    // Under `npm run`, the same npm is used again, and its log level must not be inherited from `npm run -s`.
    const args = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
    const npm = process.env.npm_execpath;
    const [command, first] = npm?.endsWith("js") ? [process.execPath, [npm]] : ["npm", []];
    try {
        await runTool(command, [...first, ...args], { what: "Installing npm packages", cwd: root });
    } catch (error) {
        if (error instanceof SetUpError) {
            throw error;
        }
        throw new SetUpError(
            `The npm packages could not be installed: ${error.message}\n${error.output ?? ""}\n` +
                "Check that the npm registry can be reached (npm ping), then run this again.",
        );
    }
}

function readText(file) {
    try {
        return readFileSync(file, "utf8");
    } catch (error) {
        if (error.code === "ENOENT") {
            return undefined;
        }
        throw error;
    }
}
