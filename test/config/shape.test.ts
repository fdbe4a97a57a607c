import assert from "node:assert/strict";
import { shapeOf } from "../../config/shape";
import { assertOneIssue, changed, errorOf, type Changes } from "./changed";
import { LOCAL, LOCAL_STACK, WITH_CONTEXT } from "./local-stack";

describe("config/shape", () => {
    it("has a use for every section where all parts are deployed, and where that can't be made out", () => {
        for (const parts of [undefined, {}, { deploys: [] }, { deploys: ["servers"] }, { deploys: "x" }, "x"])
            assert.deepEqual(shapeOf({ parts }).unused, [], JSON.stringify(parts));
    });

    it("has no use for the sections of parts that are not deployed", () => {
        assert.deepEqual(shapeOf({ parts: { deploys: ["platform"] } }).unused, ["network", "cluster"]);
        assert.deepEqual(shapeOf({ parts: { deploys: ["cluster", "network"] } }).unused, ["services"]);
    });

    it("has no use for anything of AWS on a cluster that is there already", () => {
        for (const existing of [{ context: "x" }, null])
            assert.deepEqual(shapeOf({ cluster: { existing } }).unused, [
                "protect",
                "ephemeral",
                "aws",
                "network",
            ]);
    });

    it("refuses a section without effect", () => {
        const parts = { deploys: ["platform"], holders: { cluster: "dvlp" } };
        const values = changed("dvlp", { parts, cluster: undefined });
        const [issue, ...others] = errorOf("dvlp-platform", values).issues;
        assert.deepEqual(others, []);
        assert.equal(issue.key, "core-platform:network");
        assert.equal(issue.problem, "has no effect here: this stack does not deploy the network");
        assert.equal(issue.remedy, "Remove it, or add network to parts.deploys.");
    });

    it("refuses whatever has no effect beside cluster.existing, key by key", () => {
        const cases: [string, Changes][] = [
            ["protect", { protect: false }],
            ["aws", { aws: { region: "eu-central-1" } }],
            ["network", { network: { zones: ["a", "b"] } }],
            ["cluster.version", { "cluster.version": "1.35" }],
            ["cluster.nodeGroups", { "cluster.nodeGroups": {} }],
        ];
        for (const [key, change] of cases) {
            const [value] = Object.values(change);
            const error = errorOf(
                LOCAL_STACK,
                changed("dvlp", { ...LOCAL, ...change }),
                [],
                undefined,
                WITH_CONTEXT,
            );
            assertOneIssue(error, {
                key: `core-platform:${key}`,
                value: value === false ? "false" : (value ?? null),
                problem: "has no effect beside cluster.existing: nothing is made in AWS",
                remedy: "Remove it, or remove cluster.existing to make a cluster.",
            });
        }
    });
});
