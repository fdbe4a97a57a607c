import { fileURLToPath } from "node:url";
import { cacheFolder } from "./cache-folder.mjs";
import { pinnedVersion } from "./engine-version.mjs";
import { provideEngine } from "./engine.mjs";
import { requireNode } from "./node-version.mjs";
import { providePackages } from "./npm-packages.mjs";
import { providePlugins } from "./plugins.mjs";

/** The checkout that this file belongs to. */
const ROOT = fileURLToPath(new URL("../..", import.meta.url)).replace(/[/\\]$/, "");

/**
 * Makes ready what a fresh clone lacks: npm packages, the engine, the sandbox's plugins. Says on stderr what it
 * does, and nothing when there is nothing to do.
 * @param {{ engine?: boolean, plugins?: boolean }} parts what is needed besides the packages; default both
 * @returns {Promise<{
 *   engine?: { bin: string, version: string, source: "path" | "download" | "build" }, root: string
 * }>} `bin` is the folder that holds `pulumi`, `root` the checkout
 */
export async function setUp({ engine = true, plugins = true } = {}) {
    requireNode(process.version);
    await providePackages(ROOT);
    const provided = engine
        ? await provideEngine({ root: ROOT, cache: cacheFolder(), version: pinnedVersion(ROOT) })
        : undefined;
    if (plugins) {
        await providePlugins(ROOT);
    }
    return { engine: provided, root: ROOT };
}
