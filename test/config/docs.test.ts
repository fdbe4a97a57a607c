import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { RULES } from "../../config/rules";
import { schemaKeys, type SchemaKey } from "./schema-keys";

const DOC = readFileSync(join(__dirname, "../../docs/config.md"), "utf8");

/** The rows of the table under a heading, as cells without padding. */
function table(heading: string): string[][] {
    const section =
        DOC.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? assert.fail(heading);
    const rows = section.split("\n").filter((line) => line.startsWith("|"));
    return rows.slice(2).map((row) =>
        row
            .split("|")
            .slice(1, -1)
            .map((cell) => cell.trim()),
    );
}

function code(text: string | undefined): string {
    return text === undefined ? "" : `\`${text}\``;
}

function defaultOf(key: SchemaKey): string {
    if (key.path.endsWith("[]") || key.path.endsWith("<name>")) return "";
    if (key.default !== undefined) return code(JSON.stringify(key.default));
    return key.required ? "required" : "none";
}

describe("docs/config.md", () => {
    const rows = table("Keys");

    it("documents every key of the schema and no other, in its order", () => {
        assert.deepEqual(
            rows.map(([key]) => key),
            schemaKeys().map(({ path }) => code(path)),
        );
    });

    for (const [index, key] of schemaKeys().entries()) {
        it(`gives form, default, example and rules of ${key.path} as they are`, () => {
            const rules = RULES.filter(({ keys }) => keys.includes(key.path)).map(({ name }) => name);
            assert.deepEqual(rows[index].slice(1, 5), [
                key.expectation?.expects ?? "a group of keys",
                defaultOf(key),
                code(key.expectation?.example),
                rules.join(", "),
            ]);
            assert.notEqual(rows[index][5], "");
        });
    }

    it("lists every rule with its environments and title, and no other", () => {
        assert.deepEqual(
            table("Rules across keys"),
            RULES.map(({ name, environments, title }) => [name, environments?.join(", ") ?? "all", title]),
        );
    });
});
