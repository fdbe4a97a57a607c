import {
    chmodSync,
    existsSync,
    mkdirSync,
    readdirSync,
    readFileSync,
    renameSync,
    rmSync,
    writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { contentHash, listFiles } from "./content-hash.mjs";
import { isAlive, withLock } from "./lock.mjs";
import { startProgress } from "./progress.mjs";
import { SetUpError } from "./set-up-error.mjs";

/**
 * The sandbox's entry points, each bundled into one file because every plugin process starts anew. `leftOut` are
 * packages that are loaded and never used: the eks stand-in makes resources as a program does, and the SDK loads at
 * its start what turns functions into text, which takes three quarters of the stand-in's own start.
 */
const ENTRIES = [
    { name: "aws", plugin: true, leftOut: [] },
    { name: "eks", plugin: true, leftOut: ["typescript", "@npmcli/arborist"] },
    { name: "kubernetes", plugin: true, leftOut: [] },
    { name: "cli", plugin: false, leftOut: [] },
];

/** Raise it when this file makes something else of the same sources. */
const RECIPE = "2";

/**
 * Bundles the sandbox's plugins and command line into sandbox/dist, unless they are current.
 * @param {string} root the checkout
 * @param {object} options `bundle` stands for esbuild in tests, `progress` and `say` for the terminal
 * @returns {Promise<boolean>} whether it had to
 */
export async function providePlugins(
    root,
    { bundle = bundleWithEsbuild, progress = startProgress, say = console.error } = {},
) {
    const dist = path.join(root, "sandbox", "dist");
    const stampFile = path.join(dist, ".stamp");
    const isCurrent = () => existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp(root);
    if (isCurrent()) {
        return false;
    }
    return withLock(
        path.join(dist, ".locks", "plugins.lock"),
        async () => {
            if (isCurrent()) {
                return false;
            }
            const shown = progress("Building the sandbox's plugins");
            try {
                await build(root, dist, bundle);
                shown.end();
            } catch (error) {
                shown.end("failed");
                throw error;
            }
            return true;
        },
        {
            onWait: (pid) => say(`Waiting for the sandbox's plugins that process ${pid} builds ...`),
        },
    );
}

/** What decides whether the bundles are current: every source they may be made of. */
function stamp(root) {
    const isSource = (name) => /\.(ts|json)$/.test(name);
    const files = [
        ...listFiles(root, "environments", isSource),
        ...listFiles(root, "sandbox", isSource),
        "package-lock.json",
    ];
    return `${RECIPE} ${contentHash(root, files)}`;
}

async function build(root, dist, bundle) {
    const current = stamp(root); // before the sources are read: an edit meanwhile makes the next run build again
    removeLeftovers(dist);
    const temporary = path.join(dist, `.tmp-${process.pid}`);
    mkdirSync(path.join(temporary, "bin"), { recursive: true });
    try {
        for (const { name, plugin, leftOut } of ENTRIES) {
            const entry = path.join(root, "sandbox", name, "main.ts");
            if (!existsSync(entry)) {
                continue;
            }
            await bundle({ root, entry, leftOut, outfile: path.join(temporary, `${name}.js`) });
            if (plugin) {
                const starter = path.join(temporary, "bin", `pulumi-resource-${name}`);
                writeFileSync(starter, `#!/usr/bin/env node\nrequire("../${name}.js");\n`);
                chmodSync(starter, 0o755);
            }
        }
        putInPlace(temporary, dist, current);
    } finally {
        rmSync(temporary, { recursive: true, force: true });
    }
}

/**
 * Moves the files over the old ones, one by one: each is always there, for a sandbox may be running. The stamp
 * goes first and comes last, so that a mixture is never taken for current.
 */
function putInPlace(temporary, dist, current) {
    rmSync(path.join(dist, ".stamp"), { force: true });
    mkdirSync(path.join(dist, "bin"), { recursive: true });
    const made = [".", "bin"].flatMap((folder) =>
        filesIn(path.join(temporary, folder)).map((f) => path.join(folder, f)),
    );
    for (const file of made) {
        renameSync(path.join(temporary, file), path.join(dist, file));
    }
    for (const folder of [".", "bin"]) {
        for (const name of filesIn(path.join(dist, folder))) {
            if (!made.includes(path.join(folder, name))) {
                rmSync(path.join(dist, folder, name));
            }
        }
    }
    writeFileSync(path.join(temporary, ".stamp"), current);
    renameSync(path.join(temporary, ".stamp"), path.join(dist, ".stamp"));
}

function filesIn(folder) {
    return readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
        .map((entry) => entry.name);
}

function removeLeftovers(dist) {
    for (const name of readdirSync(dist)) {
        const pid = /^\.tmp-(\d+)$/.exec(name)?.[1];
        if (pid && !isAlive(Number(pid))) {
            rmSync(path.join(dist, name), { recursive: true, force: true });
        }
    }
}

export async function bundleWithEsbuild({ root, entry, leftOut, outfile }) {
    // From the checkout, and only now: set-up starts before the packages are installed.
    const { build } = createRequire(path.join(root, "package.json"))("esbuild");
    const options = {
        entryPoints: [entry],
        outfile,
        plugins: [leaveOut(leftOut)],
        bundle: true,
        platform: "node",
        target: "node20",
        format: "cjs",
        sourcemap: false,
        logLevel: "silent",
        absWorkingDir: root,
    };
    try {
        await build(options);
    } catch (error) {
        throw new SetUpError(`The sandbox could not be built.\n${error.message}`);
    }
}

/** In place of each package stands an object that can be imported, and fails loudly when something is taken of it. */
function leaveOut(packages) {
    return {
        name: "leave-out",
        setup(build) {
            build.onResolve({ filter: /^[^.]/ }, ({ path: name }) =>
                packages.includes(name) ? { path: name, namespace: "left-out" } : undefined,
            );
            build.onLoad({ filter: /.*/, namespace: "left-out" }, ({ path: name }) => ({
                // Interop helpers copy own members and keep the prototype, which therefore answers.
                contents: `module.exports = Object.create(new Proxy({}, {
                    get(_, key) {
                        if (key === "__esModule") return true;
                        throw new Error(\`${name} was left out of this bundle, and \${String(key)} of it is needed\`);
                    },
                }));`,
            }));
        },
    };
}
