import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";

/** The folders and files whose sources have a test of the same name. */
const MIRRORED = [
    "environments",
    "config",
    "components",
    "command-line",
    "ephemeral",
    "recovery",
    "sandbox",
    "bench",
    "scripts",
    "index.ts",
    "outputs.ts",
];

/** Sources without a test of their own: a pattern and the reason. */
const EXCEPTIONS: [pattern: RegExp, reason: string][] = [
    [
        /^(sandbox\/[^/]+|ephemeral|recovery)\/main\.ts$/,
        "only starts a server or a command line; test/e2e runs it",
    ],
    [/^recovery\/(context|deployment)\.ts$/, "holds interfaces alone"],
    [/(^|\/)types\.ts$/, "holds types alone"],
    [/^sandbox\/plugin\/(fake|package)\.ts$/, "holds interfaces alone"],
    [/^bench\/figure\.ts$/, "holds interfaces alone"],
    [
        /^bench\/(main|samples|workspace|profile-stack|figures\/[^/]+)\.ts$/,
        "runs the engine; test/e2e/bench.test.ts runs it",
    ],
    [
        /^scripts\/(ephemeral|recover|engine-command)\.mjs$/,
        "the entry point of an npm script, run by test/e2e",
    ],
    [/^index\.ts$/, "runs on the real engine, in test/golden and test/e2e"],
    [
        /^scripts\/(test|check|bench|critical-path|sandbox|sandbox-cloud)\.mjs$/,
        "the entry point of an npm script, run by CI",
    ],
    [/^scripts\/sandbox-command\.mjs$/, "starts the sandbox's command line, run by test/e2e"],
    [
        /^scripts\/setup\/official-installer\.mjs$/,
        "starts the SDK's installer; engine-download.test.mjs runs it",
    ],
];

/** Sources below a folder, or the file itself; none where it does not exist yet. */
function sourcesOf(place: string): string[] {
    if (/\.(ts|mjs)$/.test(place)) {
        return existsSync(place) && !place.endsWith(".d.ts") ? [place] : [];
    }
    if (!existsSync(place)) {
        return [];
    }
    return readdirSync(place, { withFileTypes: true }).flatMap((entry) => {
        const inside = path.posix.join(place, entry.name);
        if (entry.isDirectory()) {
            return ["dist", "node_modules"].includes(entry.name) ? [] : sourcesOf(inside);
        }
        return /\.(ts|mjs)$/.test(entry.name) ? sourcesOf(inside) : [];
    });
}

const sources = MIRRORED.flatMap(sourcesOf);
const testOf = (source: string) => `test/${source.replace(/\.(ts|mjs)$/, ".test.$1")}`;

describe("Each source", () => {
    for (const folder of MIRRORED) {
        it(`of ${folder} has a test of its name`, () => {
            const missing = sources
                .filter((source) => source === folder || source.startsWith(`${folder}/`))
                .filter((source) => !EXCEPTIONS.some(([pattern]) => pattern.test(source)))
                .filter((source) => !existsSync(testOf(source)));
            assert.deepEqual(missing, []);
        });
    }

    it("that is excepted is there", () => {
        for (const [pattern] of EXCEPTIONS.filter(([pattern]) => !pattern.source.includes("types"))) {
            assert.ok(
                sources.some((source) => pattern.test(source)),
                `${pattern} excepts nothing`,
            );
        }
    });
});
