import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import path from "node:path";
import { ESLint } from "eslint";
import { directions } from "../../../eslint.config.mjs";
import { FORBIDDEN, PARTS } from "../../../scripts/lint/import-directions.mjs";
import { temporaryFolder } from "../temporary-folder.mjs";

/** The file of a part that imports or is imported here. */
const fileOf = (part) => (part.endsWith(".ts") ? part : `${part}/deep/file.ts`);

/** Imports that have to stay possible, as [importer, imported]. */
const ALLOWED = [
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
    ["sandbox/aws", "sandbox/cloud"],
    ["sandbox/aws", "sandbox/plugin"],
    ["sandbox/eks", "environments"],
    ["sandbox/kubernetes", "sandbox/cloud"],
    ["sandbox/cli", "sandbox/cloud"],
    ["test", "sandbox/aws"],
    ["test", "components"],
];

describe("The import directions", () => {
    const folder = temporaryFolder();

    /** What the lint rule says of an import between two parts of a checkout. */
    async function lint(importer, imported) {
        folder.write(fileOf(imported), "export const x = 1;\n");
        const file = folder.write(fileOf(importer), "");
        const from = path
            .relative(path.dirname(file), path.join(folder.path, fileOf(imported)))
            .replace(/\.ts$/, "");
        const code = `import { x } from "${from.startsWith(".") ? from : `./${from}`}";\nexport const y = x;\n`;
        const eslint = new ESLint({
            cwd: folder.path,
            overrideConfigFile: true,
            overrideConfig: [directions(folder.path)],
        });
        const [{ messages }] = await eslint.lintText(code, { filePath: file });
        return messages.map(({ ruleId, message }) => `${ruleId}: ${message}`);
    }

    for (const [importer, imported] of FORBIDDEN) {
        it(`refuse an import of ${imported} in ${importer}`, async () => {
            const messages = await lint(importer, imported);
            assert.equal(messages.length, 1);
            assert.match(messages[0], /^import-x\/no-restricted-paths: /);
            assert.ok(messages[0].includes(`${importer} must not import ${imported}: `), messages[0]);
        });
    }

    for (const [importer, imported] of ALLOWED) {
        it(`allow an import of ${imported} in ${importer}`, async () => {
            assert.deepEqual(await lint(importer, imported), []);
        });
    }

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
