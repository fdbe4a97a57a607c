import { existsSync } from "node:fs";
import path from "node:path";
import { buildEngine, sourceHash } from "./engine-build.mjs";
import { downloadEngine } from "./engine-download.mjs";
import { engineOnPath } from "./engine-on-path.mjs";
import { installOnce } from "./install-once.mjs";
import { SetUpError } from "./set-up-error.mjs";

/** The ways to an engine, in the order in which they are tried. CORE_PLATFORM_ENGINE chooses one alone. */
const WAYS = ["path", "download", "build"];

/**
 * Provides the engine: the first of a fitting one on the PATH, one installed before for this user, the official
 * download, and a build from the Go module proxy.
 * @param {object} options
 *   `root` is the checkout, `cache` the user's folder for installed engines, `version` the pinned one, `only` one
 *   of WAYS or nothing; the functions stand for the three ways and are replaced in tests
 * @returns {Promise<{ bin: string, version: string, source: "path" | "download" | "build" }>} `bin` holds `pulumi`
 */
export async function provideEngine({
    root,
    cache,
    version,
    only = process.env.CORE_PLATFORM_ENGINE,
    onPath = engineOnPath,
    download = downloadEngine,
    build = buildEngine,
}) {
    if (only && !WAYS.includes(only)) {
        throw new SetUpError(
            `CORE_PLATFORM_ENGINE is "${only}": use one of ${WAYS.join(", ")}, or leave it out.`,
        );
    }
    const open = only ? [only] : WAYS;
    const reasons = [];
    if (open.includes("path")) {
        const { engine, reason } = await onPath({
            pinned: version,
            memoryFile: path.join(cache, "path.json"),
        });
        if (engine) {
            return { ...engine, source: "path" };
        }
        reasons.push(`on the PATH: ${reason}`);
    }

    const installable = [
        { source: "download", install: download, folder: path.join(cache, "engine", `${version}-official`) },
        {
            source: "build",
            install: build,
            folder: path.join(cache, "engine", `${version}-${sourceHash(root)}`),
        },
    ].filter(({ source }) => open.includes(source));
    const installed = installable.find(({ folder }) => existsSync(folder));
    if (installed) {
        return engineIn(installed, version);
    }
    for (const way of installable) {
        try {
            await installEngine(way, { root, version });
            return engineIn(way, version);
        } catch (error) {
            if (error.name !== "ToolFailure") {
                throw error;
            }
            reasons.push(`${way.source}: ${[error.message, error.output].filter(Boolean).join("\n")}`);
        }
    }
    throw new SetUpError(noEngine(version, reasons));
}

function engineIn({ folder, source }, version) {
    return { bin: path.join(folder, "bin"), version, source };
}

function installEngine({ folder, source, install }, { root, version }) {
    return installOnce(
        folder,
        async (temporary) => {
            await install({ root, version, folder: temporary });
            for (const name of ["pulumi", "pulumi-language-nodejs"]) {
                if (!existsSync(path.join(temporary, "bin", name))) {
                    throw new Error(`the ${source} of the engine made no bin/${name}`);
                }
            }
        },
        { onWait: (pid) => console.error(`Waiting for the engine that process ${pid} installs ...`) },
    );
}

function noEngine(version, reasons) {
    return [
        `There is no Pulumi engine ${version} to run with.`,
        ...reasons.map((reason) => `  - ${reason.replaceAll("\n", "\n      ")}`),
        "Any one of these will do, then run this again:",
        `  1. install Pulumi ${version} or a newer one of its major version (see pulumi.com), on the PATH;`,
        "  2. allow this machine to reach Pulumi's download host (get.pulumi.com);",
        "  3. install Go 1.26 or newer: the engine is then built from the Go module proxy, in about four minutes.",
    ].join("\n");
}
