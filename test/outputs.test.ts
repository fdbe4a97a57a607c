import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { OUTPUT_NAMES } from "./helpers/output-names";

describe("the stack's outputs", () => {
    it("are typed under exactly the frozen names", () => {
        const source = fs.readFileSync(path.resolve(__dirname, "../outputs.ts"), "utf8");
        const names = [...source.matchAll(/^ {4}(\w+)\??: /gm)].map(([, name]) => name);
        assert.deepEqual(names.sort(), OUTPUT_NAMES);
    });
});
