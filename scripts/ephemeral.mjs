/** `npm run ephemeral -- up|down|list TICKET`: clusters for experiments, in the sandbox or on AWS. */
import { execFileSync } from "node:child_process";
import path from "node:path";
import { entryPoint } from "./entry-point.mjs";
import { handOver } from "./hand-over.mjs";
import { cacheFolder } from "./setup/cache-folder.mjs";
import { provideEngine } from "./setup/engine.mjs";
import { pinnedVersion } from "./setup/engine-version.mjs";
import { setUp } from "./setup/index.mjs";

await entryPoint(async () => {
    const args = process.argv.slice(2);
    const aws = args.includes("--aws");
    const { engine, root } = aws ? await setUpForAws() : await setUp();
    const env = {
        ...process.env,
        CORE_PLATFORM_ROOT: root,
        CORE_PLATFORM_ENGINE_BIN: engine.bin,
        ...(aws ? { PULUMI_BACKEND_URL: backendUrl(root) } : { SANDBOX_DIR: sandboxFolder(root) }),
    };
    const main = path.join(root, "ephemeral", "main.ts");
    return handOver(process.execPath, ["-r", "ts-node/register/transpile-only", main, ...args], {
        env,
        cwd: root,
    });
});

/** The user's own pulumi, with the plugins that it has: the sandbox's would be no use. */
async function setUpForAws() {
    const { root } = await setUp({ engine: false, plugins: false });
    const version = pinnedVersion(root);
    return { root, engine: await provideEngine({ root, cache: cacheFolder(), version, only: "path" }) };
}

/** dvlp's, wherever the shell points to: an ephemeral stack stands beside dvlp, and nowhere else. */
function backendUrl(root) {
    const script = path.join(root, "scripts", "backend.mjs");
    const answer = execFileSync(process.execPath, [script, "dvlp", "--json"], { encoding: "utf8" });
    return JSON.parse(answer).PULUMI_BACKEND_URL;
}

/** As the sandbox takes it: from where the user stands. */
function sandboxFolder(root) {
    return path.resolve(
        process.env.INIT_CWD || process.cwd(),
        process.env.SANDBOX_DIR || path.join(root, ".sandbox"),
    );
}
