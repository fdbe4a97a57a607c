/**
 * How ts-node turns our TypeScript into JavaScript, named in tsconfig.json: by the TypeScript compiler, as it would
 * itself, but once for each content of a file. Without the memory every preview compiles the whole program again,
 * about a second of it.
 *
 * It lies in node_modules, which `npm ci` empties; where that can't be written to, every run compiles.
 */
const { createHash } = require("node:crypto");
const fs = require("node:fs");
const path = require("node:path");
const ts = require("typescript");

const MEMORY = path.join(__dirname, "..", "node_modules", ".cache", "core-platform", "transpiled");

/**
 * What ts-node asks a transpiler for.
 * @param {{ service: { config: { options: object } }, memory?: string }} context the compiler's options, as ts-node
 *   completed them; `memory` is another folder in tests
 */
exports.create = function create({ service, memory = MEMORY }) {
    const { options } = service.config;
    const settings = JSON.stringify([ts.version, options]);
    return {
        transpile(source, { fileName }) {
            const name = path.basename(fileName);
            const hash = createHash("sha256")
                .update(JSON.stringify([settings, name, source]))
                .digest("hex");
            const file = path.join(memory, `${hash}.json`);
            const known = recall(file);
            if (known !== undefined) return known;
            const { outputText, sourceMapText, diagnostics } = ts.transpileModule(source, {
                fileName,
                compilerOptions: options,
                reportDiagnostics: true,
            });
            if (diagnostics.length === 0) remember(file, { outputText, sourceMapText });
            return { outputText, sourceMapText, diagnostics };
        },
    };
};

function recall(file) {
    try {
        return JSON.parse(fs.readFileSync(file, "utf8"));
    } catch {
        return undefined; // not there yet, or cut off by a full disk
    }
}

/** By rename, for several programs may run at once. A memory that can't be kept costs time and nothing else. */
function remember(file, result) {
    const temporary = `${file}.${process.pid}`;
    try {
        fs.mkdirSync(path.dirname(file), { recursive: true });
        fs.writeFileSync(temporary, JSON.stringify(result));
        fs.renameSync(temporary, file);
    } catch {
        try {
            fs.rmSync(temporary, { force: true });
        } catch {
            // There is no folder that it could lie in.
        }
    }
}
