import path from "node:path";
import { handOver } from "./hand-over.mjs";
import { setUp } from "./setup/index.mjs";

/**
 * Sets up, then runs one command of the sandbox's command line.
 * @param {"run" | "cloud" | "critical-path"} command
 * @param {string[]} args the command's own
 * @returns {Promise<number>} its exit code
 */
export async function sandboxCommand(command, args) {
    const { engine, root } = await setUp();
    const cli = path.join(root, "sandbox", "dist", "cli.js");
    const env = { ...process.env, CORE_PLATFORM_ENGINE_BIN: engine.bin, CORE_PLATFORM_ROOT: root };
    return handOver(process.execPath, [cli, command, "--", ...args], { env });
}
