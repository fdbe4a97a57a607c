/** `npm run bench -- ARGS`: figures of the platform's program; bench/ measures them. */
import path from "node:path";
import { entryPoint } from "./entry-point.mjs";
import { handOver } from "./hand-over.mjs";
import { setUp } from "./setup/index.mjs";

await entryPoint(async () => {
    const { engine, root } = await setUp();
    const args = ["--require", "ts-node/register/transpile-only", path.join(root, "bench", "main.ts")];
    return handOver(process.execPath, [...args, ...process.argv.slice(2)], {
        cwd: root,
        env: { ...process.env, CORE_PLATFORM_ENGINE_BIN: engine.bin, CORE_PLATFORM_ROOT: root },
    });
});
