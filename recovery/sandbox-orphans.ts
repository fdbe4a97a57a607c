import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { sandboxCli } from "../command-line/launch";
import type { Orphan } from "./plan";

/** Asks the sandbox what its resources made and no state holds. */
export async function sandboxOrphans(root: string, stack: string): Promise<Orphan[]> {
    const args = [sandboxCli(root), "cloud", "--", "orphans", "--json", "--stack", stack];
    const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: MOST });
    return JSON.parse(stdout) as Orphan[];
}

/** Bytes of an answer; objects are shown whole. */
const MOST = 64 * 1024 * 1024;
