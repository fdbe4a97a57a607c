import { fileURLToPath } from "node:url";
import { runTool } from "./run-tool.mjs";

/** A network that swallows packets gives no answer for long; the build from source is worth more than waiting. */
const LIMIT_SECONDS = 300;

const INSTALLER = fileURLToPath(new URL("./official-installer.mjs", import.meta.url));

/**
 * Installs the official release of the engine into a folder, as `bin/pulumi` and its language hosts.
 * @param {{ root: string, version: string, folder: string, show?: boolean }} options `root` is the checkout: it
 *   holds the SDK; `show` the progress, default true
 */
export async function downloadEngine({ root, version, folder, show = true }) {
    // A process of its own, because the SDK's installer can neither be interrupted nor be timed.
    await runTool(process.execPath, [INSTALLER, version, folder], {
        what: show ? `Downloading Pulumi ${version}` : undefined,
        timeoutSeconds: LIMIT_SECONDS,
        cwd: root,
    });
}
