import assert from "node:assert/strict";
import { readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import ts from "typescript";
import { temporaryFolder } from "./temporary-folder.mjs";

const { create } = createRequire(import.meta.url)("../../scripts/transpile.cjs");

const OPTIONS = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS, sourceMap: true };
const SOURCE = "export const answer: number = 42;\n";

describe("The transpiler of ts-node", () => {
    const folder = temporaryFolder();
    let memory;
    const transpile = (source = SOURCE, options = OPTIONS, fileName = "/x/answer.ts") =>
        create({ service: { config: { options } }, memory }).transpile(source, { fileName });
    const kept = () => readdirSync(memory);

    beforeEach(() => {
        memory = path.join(folder.path, "memory");
    });

    it("makes what the compiler makes, with a source map", () => {
        const { outputText, sourceMapText, diagnostics } = transpile();
        assert.match(outputText, /exports\.answer = 42;/);
        assert.deepEqual(JSON.parse(sourceMapText).sources, ["answer.ts"]);
        assert.deepEqual(diagnostics, []);
    });

    it("remembers it", () => {
        const first = transpile();
        const [file] = kept();
        writeFileSync(
            path.join(memory, file),
            JSON.stringify({ outputText: "from memory", sourceMapText: "{}" }),
        );
        assert.match(first.outputText, /answer/);
        assert.equal(transpile().outputText, "from memory");
    });

    it("compiles again after a change of source, file name or options", () => {
        transpile();
        assert.match(transpile("export const answer = 43;").outputText, /43/);
        transpile(SOURCE, OPTIONS, "/x/other.ts");
        assert.match(
            transpile(SOURCE, { ...OPTIONS, module: ts.ModuleKind.ESNext }).outputText,
            /export const/,
        );
        assert.equal(kept().length, 4);
    });

    it("compiles again where the memory is cut off", () => {
        const { outputText } = transpile();
        writeFileSync(path.join(memory, kept()[0]), '{"outputText": "exp');
        assert.equal(transpile().outputText, outputText);
    });

    it("works where nothing can be written", () => {
        writeFileSync(memory, "a file where the folder should be");
        assert.match(transpile().outputText, /42/);
    });

    it("does not remember what is no TypeScript", () => {
        assert.equal(transpile("const = ;").diagnostics.length > 0, true);
        transpile();
        assert.equal(kept().length, 1);
    });
});
