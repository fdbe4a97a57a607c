import assert from "node:assert/strict";
import { circleFrom, ON_ANY_CLUSTER, PART_SECTIONS, partOfSection } from "../../config/parts";
import { stackSchema } from "../../config/schema";
import { PARTS } from "../../environments/parts";

/** Who names whom as a holder. */
function circle(stack: string, holder: string, names: Readonly<Record<string, string[]>>) {
    return circleFrom(stack, holder, (other) =>
        names[other] === undefined
            ? undefined
            : {
                  deploys: [],
                  holders: Object.fromEntries(names[other].map((name, index) => [String(index), name])),
              },
    );
}

describe("config/parts", () => {
    it("has sections for every part, all of them in the schema, none of two parts", () => {
        const sections = PARTS.flatMap((part): readonly string[] => PART_SECTIONS[part]);
        assert.equal(new Set(sections).size, sections.length);
        for (const section of sections) assert.ok(section in stackSchema.shape, section);
        assert.deepEqual(["network", "cluster", "services", "aws", "owner"].map(partOfSection), [
            "network",
            "cluster",
            "platform",
            undefined,
            undefined,
        ]);
    });

    it("runs the platform alone on any cluster", () => {
        assert.deepEqual(ON_ANY_CLUSTER, ["platform"]);
    });

    it("finds the way back to a stack, and tells it", () => {
        assert.deepEqual(circle("a", "b", { b: ["c", "d"], c: [], d: ["a"] }), ["a", "b", "d", "a"]);
        assert.deepEqual(circle("a", "a", {}), ["a", "a"]);
    });

    it("finds none where there is none, also past circles of others and stacks without a file", () => {
        assert.equal(circle("a", "b", { b: ["c"], c: ["b"] }), undefined);
        assert.equal(circle("a", "b", {}), undefined);
    });
});
