import { execFileSync } from "node:child_process";
import path from "node:path";
import { handOver } from "./hand-over.mjs";
import { cacheFolder } from "./setup/cache-folder.mjs";
import { pinnedVersion } from "./setup/engine-version.mjs";
import { provideEngine } from "./setup/engine.mjs";
import { setUp } from "./setup/index.mjs";

/**
 * Sets up, then runs a command of the repository that works with pulumi: in the sandbox, or with `--aws` on AWS.
 * @param {string} room the folder whose main.ts is the command
 * @param {string[]} args the command's own
 * @param {string} stack whose state's place it is, on AWS
 * @returns {Promise<number>} its exit code
 */
export async function engineCommand(room, args, stack) {
    const aws = args.includes("--aws");
    const { engine, root } = aws ? await setUpForAws() : await setUp();
    const env = {
        ...process.env,
        CORE_PLATFORM_ROOT: root,
        CORE_PLATFORM_ENGINE_BIN: engine.bin,
        ...(aws ? { PULUMI_BACKEND_URL: backendUrl(root, stack) } : { SANDBOX_DIR: sandboxFolder(root) }),
    };
    const main = path.join(root, room, "main.ts");
    return handOver(process.execPath, ["-r", "ts-node/register/transpile-only", main, ...args], {
        env,
        cwd: root,
    });
}

/** The user's own pulumi, with the plugins that it has: the sandbox's would be no use. */
async function setUpForAws() {
    const { root } = await setUp({ engine: false, plugins: false });
    const version = pinnedVersion(root);
    return { root, engine: await provideEngine({ root, cache: cacheFolder(), version, only: "path" }) };
}

/** The stack's, wherever the shell points to. */
function backendUrl(root, stack) {
    const script = path.join(root, "scripts", "backend.mjs");
    const answer = execFileSync(process.execPath, [script, stack, "--json"], { encoding: "utf8" });
    return JSON.parse(answer).PULUMI_BACKEND_URL;
}

/** As the sandbox takes it: from where the user stands. */
function sandboxFolder(root) {
    return path.resolve(
        process.env.INIT_CWD || process.cwd(),
        process.env.SANDBOX_DIR || path.join(root, ".sandbox"),
    );
}
