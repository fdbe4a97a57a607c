import { spawn } from "node:child_process";
import * as path from "node:path";

/** A process of parent.test.ts: starts a plugin-like child, tells its id, and stays until it is killed. */
const child = spawn(
    process.execPath,
    ["-r", "ts-node/register/transpile-only", path.join(__dirname, "orphan.ts")],
    { stdio: ["ignore", "pipe", "inherit"] },
);
child.stdout.on("data", () => process.stdout.write(`${child.pid}\n`));
