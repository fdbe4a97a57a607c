import { run } from "./run";

run(process.argv.slice(2), process.env.CORE_PLATFORM_ROOT!).then(
    (code) => (process.exitCode = code),
    (error: unknown) => {
        process.stderr.write(`bench: ${error instanceof Error ? error.message : String(error)}\n`);
        process.exitCode = 1;
    },
);
