import assert from "node:assert/strict";
import * as fs from "node:fs";
import { foundationsOf, NEEDS, PARTS } from "../../environments/parts";

describe("The parts", () => {
    it("stand in the order of deployment: nothing is built on what comes after it", () => {
        for (const [index, part] of PARTS.entries())
            for (const needed of NEEDS[part])
                assert.ok(PARTS.indexOf(needed) < index, `${part} on ${needed}`);
    });

    it("are built on all that is below what they need", () => {
        assert.deepEqual(PARTS.map(foundationsOf), [[], ["network"], ["network", "cluster"]]);
    });

    it("have satellites in dvlp whose stack files git keeps, unlike those of tickets", () => {
        const lines = fs.readFileSync(".gitignore", "utf8").split("\n");
        const kept = lines.filter((line) => line.startsWith("!"));
        assert.deepEqual(
            kept,
            PARTS.map((part) => `!/Pulumi.dvlp-${part}.yaml`),
        );
        // The last line that matches a file decides.
        const ignored = lines.indexOf("/Pulumi.dvlp-*.yaml");
        assert.ok(ignored >= 0 && ignored < lines.indexOf(kept[0]));
    });

    it("have names that fit into a stack's and are no environment's", () => {
        for (const part of PARTS) assert.match(part, /^(?!dvlp|pprd|prod)[a-z]+$/);
    });
});
