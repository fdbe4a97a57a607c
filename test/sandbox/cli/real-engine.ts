import { execFileSync } from "node:child_process";

/** The folder of the real engine: `npm test` says where it is, else set-up is asked. */
export function realEngine(): string {
    const { CORE_PLATFORM_ENGINE_BIN } = process.env;
    if (CORE_PLATFORM_ENGINE_BIN) return CORE_PLATFORM_ENGINE_BIN;
    const script = `
        const { setUp } = await import("./scripts/setup/index.mjs");
        process.stdout.write((await setUp({ plugins: false })).engine.bin);`;
    return execFileSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" });
}
