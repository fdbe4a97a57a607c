/** `npm test`: every test. test-arguments.mjs tells what can follow `npm test --`. */
import path from "node:path";
import { entryPoint } from "./entry-point.mjs";
import { goTests } from "./go-tests.mjs";
import { handOver } from "./hand-over.mjs";
import { setUp } from "./setup/index.mjs";
import { testArguments } from "./test-arguments.mjs";

/** Milliseconds that one test may take unless it says otherwise: slow machines run several checks at once. */
const TIMEOUT_MS = 20_000;

await entryPoint(async () => {
    const { mocha, env, unit, everything } = testArguments(process.argv.slice(2));
    const { engine, root } = await setUp({ engine: !unit, plugins: !unit });
    const go = everything ? goTests({ root, source: engine.source }) : { passed: 0, failed: 0 };
    const code = await handOver(
        process.execPath,
        [
            path.join(root, "node_modules", "mocha", "bin", "mocha.js"),
            "--require=ts-node/register/transpile-only",
            "--reporter=test/reporter.js",
            `--reporter-option=passedBefore=${go.passed},failedBefore=${go.failed}`,
            `--timeout=${TIMEOUT_MS}`,
            ...(process.env.CI ? ["--forbid-only"] : []),
            ...mocha,
        ],
        {
            cwd: root,
            env: { ...process.env, ...env, CORE_PLATFORM_ENGINE_BIN: engine?.bin, CORE_PLATFORM_ROOT: root },
        },
    );
    return code || (go.failed > 0 ? 1 : 0);
});
