import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { RULES } from "../../../config/rules";
import { schemaKeys } from "../schema-keys";

const FOLDER = join(__dirname, "../../../config/rules");

describe("config/rules", () => {
    it("lists every rule of every file of the folder", async () => {
        const names: string[] = [];
        for (const file of readdirSync(FOLDER).filter((name) => !["index.ts", "rule.ts"].includes(name))) {
            const lists = Object.entries(await import(join(FOLDER, file))).filter(([name]) =>
                name.endsWith("_RULES"),
            );
            assert.equal(lists.length, 1, `${file} exports one list of rules`);
            names.push(...(lists[0][1] as typeof RULES).map(({ name }) => name));
        }
        assert.deepEqual(names.sort(), RULES.map(({ name }) => name).sort());
    });

    it("gives each rule a name of its own and a sentence for a title", () => {
        assert.equal(new Set(RULES.map(({ name }) => name)).size, RULES.length);
        for (const { name, title } of RULES) {
            assert.match(name, /^[a-z]+(-[a-z]+)+$/);
            assert.match(title, /^[A-Za-z].*\.$/);
        }
    });

    it("names keys that the schema has", () => {
        const known = schemaKeys().map(({ path }) => path);
        for (const { name, keys } of RULES) {
            assert.notEqual(keys.length, 0, name);
            for (const key of keys) assert.ok(known.includes(key), `${name}: ${key}`);
        }
    });
});
