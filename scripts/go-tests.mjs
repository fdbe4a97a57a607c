import { spawnSync } from "node:child_process";
import path from "node:path";

/**
 * Runs the tests of engine/, whose results `npm test` counts in. Only where the engine was built from it: anywhere
 * else the language host is the official one, and Go need not be there.
 * @param {{ root: string, source: "path" | "download" | "build" }} options
 * @returns {{ passed: number, failed: number }}
 */
export function goTests({ root, source }) {
    if (source !== "build") {
        console.error(
            `The Go tests of engine/ are left out: the engine here is not built from it (${source}).`,
        );
        return { passed: 0, failed: 0 };
    }
    const cwd = path.join(root, "engine");
    // Without cgo as the engine itself is built, so that nothing is compiled twice.
    const env = { ...process.env, CGO_ENABLED: "0" };
    const result = spawnSync("go", ["test", "-json", "./..."], {
        cwd,
        env,
        encoding: "utf8",
        maxBuffer: 1e8,
    });
    if (result.error?.code === "ENOENT") {
        console.error("The Go tests of engine/ are left out: Go is not on the PATH any more.");
        return { passed: 0, failed: 0 };
    }
    const counts = countGoTests(result.stdout, result.status === 0);
    if (counts.failed > 0) {
        console.error(`The Go tests of engine/ failed:\n${readable(result.stdout)}${result.stderr}`);
    }
    return counts;
}

/**
 * Counts the results in the output of `go test -json`; an end in failure without a failed test, say because it
 * does not compile, counts as one.
 * @param {string} output a JSON object per line
 * @param {boolean} ok whether Go was content
 */
export function countGoTests(output, ok) {
    const results = events(output).filter((event) => event.Test);
    const count = (action) => results.filter((event) => event.Action === action).length;
    const failed = count("fail");
    return { passed: count("pass"), failed: ok ? failed : Math.max(failed, 1) };
}

function readable(output) {
    return events(output)
        .map((event) => event.Output ?? "")
        .join("");
}

function events(output) {
    return (output ?? "")
        .split("\n")
        .filter((line) => line.startsWith("{"))
        .map((line) => JSON.parse(line));
}
