import assert from "node:assert/strict";
import { meets, PRECONDITIONS } from "../../../sandbox/critical-path/preconditions";
import { rowOf } from "../../../sandbox/latency/table";
import { resource } from "./made-up";

describe("the preconditions", () => {
    it("each say why, and where that stands", () => {
        for (const { type, because, source } of PRECONDITIONS) {
            assert.match(source, /^https:\/\/\S+$/, type);
            assert.ok(because.length > 20, type);
        }
    });

    it("are about types that the table of durations knows", () => {
        const types = PRECONDITIONS.flatMap(({ type, needs, sharing }) => [type, needs, sharing ?? type]);
        assert.deepEqual(
            [...new Set(types)].filter((type) => rowOf(type, {}) === undefined),
            [],
        );
    });

    const addon = resource("addon", "aws:eks/addon:Addon", [], { inputs: { addonName: "vpc-cni" } });
    const cases: [string, Parameters<typeof meets>[1], boolean][] = [
        ["nothing", undefined, true],
        ["an input that is there", { property: "addonName" }, true],
        ["an input that is not there", { property: "version" }, false],
        ["values that the input's is one of", { property: "addonName", oneOf: ["coredns", "vpc-cni"] }, true],
        ["values that the input's is none of", { property: "addonName", oneOf: ["coredns"] }, false],
        ["the input's beginning", { property: "addonName", startsWith: "vpc-" }, true],
        ["another beginning", { property: "addonName", startsWith: "cni" }, false],
    ];
    for (const [what, condition, expected] of cases)
        it(`are ${expected ? "" : "not "}met by a condition on ${what}`, () =>
            assert.equal(meets(addon, condition), expected));
});
