import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";

describe("README.md", () => {
    const read = (name: string): string => fs.readFileSync(path.resolve(__dirname, "..", name), "utf8");

    it("tells how many resources npm run sandbox makes", () => {
        const { length } = JSON.parse(read("test/golden/dvlp.json")) as unknown[];
        const told = [...read("README.md").matchAll(/(\d+) (?:resources|created)/g)].map(([, count]) =>
            Number(count),
        );
        assert.deepEqual(told, [length, length]);
    });
});
