import assert from "node:assert/strict";
import { UNKNOWN } from "../../../sandbox/cloud/values";
import { replaces, replacingPaths } from "../../../sandbox/plugin/replacement";
import { assertReplacements } from "./replacements";

const SOURCE = "terraform-provider-aws internal/service/ec2/vpc_.go, ForceNew";

describe("replacingPaths", () => {
    it("are those of the plain rows, and of the cases that hold", () => {
        const rows = { name: SOURCE, tier: { source: SOURCE, when: () => false } };
        assert.deepEqual(replacingPaths(rows, {}, {}), ["name"]);
        const open = { name: SOURCE, tier: { source: SOURCE, when: () => true } };
        assert.deepEqual(replacingPaths(open, {}, {}), ["name", "tier"]);
    });

    it("ask a case with the values of both sides", () => {
        const rows = {
            tier: { source: SOURCE, when: (b: object, a: object) => "size" in b && !("size" in a) },
        };
        assert.deepEqual(replacingPaths(rows, { size: 1 }, {}), ["tier"]);
        assert.deepEqual(replacingPaths(rows, {}, { size: 1 }), []);
    });
});

describe("replaces", () => {
    it("holds for the property, its parts, and wholes that have it", () => {
        assert.equal(replaces(["config.mode"], "config.mode", ["a", "b"]), true);
        assert.equal(replaces(["labels"], 'labels["a.b"]', ["1", "2"]), true);
        assert.equal(replaces(["rules.port"], "rules[3]", [{ port: 1 }]), true);
        assert.equal(replaces(["rules.port"], "rules", [UNKNOWN]), true);
    });

    it("holds for nothing else", () => {
        assert.equal(replaces(["name"], "names", ["a", "b"]), false);
        assert.equal(replaces(["rules.port"], "rules[3]", [{ source: "x" }]), false);
        assert.equal(replaces([], "name", ["a", "b"]), false);
    });
});

describe("assertReplacements", () => {
    const inputs = {
        name: { kind: "string" },
        rules: { kind: "list", of: { kind: "object", properties: { port: { kind: "number" } } } },
    } as const;

    it("takes rows with an input, down into lists, and a source", () => {
        assertReplacements("t", { name: SOURCE, "rules.port": SOURCE }, inputs);
    });

    it("refuses a row whose input does not exist", () => {
        for (const path of ["nam", "rules.prt", "name.length"])
            assert.throws(() => assertReplacements("t", { [path]: SOURCE }, inputs), /t has no input/);
    });

    it("refuses a row without a source", () => {
        for (const source of ["", "as known", "terraform-provider-aws"])
            assert.throws(() => assertReplacements("t", { name: source }, inputs), /form of a source/);
    });
});
