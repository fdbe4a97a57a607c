import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import path from "node:path";
import { ESLint } from "eslint";
import { FORBIDDEN, PARTS } from "../../../scripts/lint/import-directions.mjs";

const eslint = new ESLint();
const RULE = "core-platform/import-directions";

/** The file of a part that imports or is imported here; it need not exist. */
const fileOf = (part) => (part.endsWith(".ts") ? part : `${part}/deep/file.ts`);

/** How `importer` would name `imported`. */
function specifier(importer, imported) {
    const relative = path.posix
        .relative(path.posix.dirname(fileOf(importer)), fileOf(imported))
        .replace(/\.ts$/, "");
    return relative.startsWith(".") ? relative : `./${relative}`;
}

/** What this checkout's lint says of the directions in a text with a made-up path. */
async function lint(part, code) {
    const [{ messages }] = await eslint.lintText(code, { filePath: path.resolve(fileOf(part)) });
    assert.deepEqual(
        messages.filter(({ fatal }) => fatal),
        [],
    );
    return messages.filter(({ ruleId }) => ruleId === RULE).map(({ message }) => message);
}

/** Imports that have to stay possible, as [importer, imported]. */
const ALLOWED = [
    ["config", "config"],
    ["config", "environments"],
    ["components", "config"],
    ["components", "environments"],
    ["index.ts", "components"],
    ["index.ts", "config"],
    ["index.ts", "outputs.ts"],
    ["outputs.ts", "components"],
    ["policies", "environments"],
    ["releases", "environments"],
    ["bootstrap", "environments"],
    ["ephemeral", "environments"],
    ["ephemeral", "config"],
    ["sandbox/aws", "sandbox/cloud"],
    ["sandbox/aws", "sandbox/plugin"],
    ["sandbox/eks", "environments"],
    ["sandbox/kubernetes", "sandbox/cloud"],
    ["sandbox/kubernetes", "sandbox/local"],
    ["sandbox/cli", "sandbox/cloud"],
    ["sandbox/cli", "sandbox/local"],
    ["sandbox/cli", "sandbox/critical-path"],
    ["sandbox/critical-path", "sandbox/aws"],
    ["sandbox/typings", "sandbox/plugin"],
    ["test", "sandbox/aws"],
    ["test", "components"],
];

describe("The import directions", () => {
    for (const [importer, imported] of FORBIDDEN) {
        it(`refuse an import of ${imported} in ${importer}`, async () => {
            assert.deepEqual(await lint(importer, `import "${specifier(importer, imported)}";`), [
                `${importer} must not import ${imported}: see scripts/lint/import-directions.mjs.`,
            ]);
        });
    }

    for (const [importer, imported] of ALLOWED) {
        it(`allow an import of ${imported} in ${importer}`, async () => {
            assert.deepEqual(await lint(importer, `import "${specifier(importer, imported)}";`), []);
        });
    }

    for (const code of [
        `import type { X } from "../../components/x"; export type Y = X;`,
        `export { x } from "../../components/x";`,
        `export * from "../../components";`,
        `export const x = await import("../../components/x");`,
        `export type X = import("../../components/x").X;`,
        `import x = require("../../components/x"); export { x };`,
        `export const x = require("../../components/x");`,
    ]) {
        it(`hold for ${code}`, async () => {
            assert.equal((await lint("config", code)).length, 1);
        });
    }

    it("leave packages alone, and folders whose names only begin alike", async () => {
        assert.deepEqual(
            await lint("config", `import "components"; import "../../components-of-others/x";`),
            [],
        );
    });

    it("say something of every folder of the sandbox", () => {
        const told = FORBIDDEN.map(([importer]) => importer);
        const folders = readdirSync("sandbox", { withFileTypes: true })
            // What set-up builds of the others.
            .filter((entry) => entry.isDirectory() && entry.name !== "dist")
            .map((entry) => `sandbox/${entry.name}`);
        assert.deepEqual(
            folders.filter((name) => !told.includes(name)),
            [],
        );
    });

    it("say something of every folder that holds sources", () => {
        const silent = ["docs", "engine", "node_modules", "services", "test"];
        const folders = readdirSync(".", { withFileTypes: true })
            .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
            .map((entry) => entry.name);
        assert.deepEqual(
            folders.filter((name) => !PARTS.includes(name) && !silent.includes(name)),
            [],
        );
    });
});
