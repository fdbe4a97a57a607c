import * as fs from "node:fs";
import * as path from "node:path";
import { profileText, sharesOf, type CpuProfile } from "./profile";
import { PLATFORM, Workspace } from "./workspace";

/**
 * Previews a stack with the profiler on.
 * @returns what it shows, and where the whole profile lies, which the developer tools of a browser open
 */
export function profileStack(stack: string, root: string): Promise<string> {
    return Workspace.with(PLATFORM, stack, async (workspace) => {
        await workspace.preview(); // caches are warm in everyday runs
        const started = Date.now();
        const { ms, processes } = await workspace.preview({ BENCH_PROFILE: "1" });
        const made = path.join(workspace.folder, "probe", "program.cpuprofile");
        const kept = path.join(root, ".sandbox", "bench", `${stack}.cpuprofile`);
        fs.mkdirSync(path.dirname(kept), { recursive: true });
        fs.copyFileSync(made, kept);
        const shares = sharesOf(JSON.parse(fs.readFileSync(made, "utf8")) as CpuProfile);
        return `${profileText({ started, ms }, processes, shares)}All of it: ${path.relative(root, kept)}\n`;
    });
}
