import * as assert from "node:assert/strict";
import type { Properties } from "../../../sandbox/cloud/values";
import { CHART_DEFINITIONS, definitionsOf, nameOfChart } from "../../../sandbox/kubernetes/chart-definitions";

describe("the table of definitions that charts bring", () => {
    it("has every chart once, each with a source, every kind once in a chart", () => {
        const charts = CHART_DEFINITIONS.map(({ chart }) => chart);
        assert.deepEqual(charts, [...new Set(charts)].sort());
        for (const { chart, kinds, source } of CHART_DEFINITIONS) {
            const names = kinds.map(({ plural, group }) => `${plural}.${group}`);
            assert.deepEqual(names, [...new Set(names)], chart);
            assert.match(source, /^[\w-]+\/[\w-]+ .*20\d\d$/, chart);
        }
    });

    const cases: [chart: string, values: Properties, brings: boolean][] = [
        ["kyverno", {}, true],
        ["kyverno", { crds: { install: false } }, false],
        ["cert-manager", {}, false],
        ["cert-manager", { crds: { enabled: true } }, true],
        ["cert-manager", { installCRDs: true }, true],
        ["argo-cd", { crds: { install: false } }, false],
        ["oci://public.ecr.aws/karpenter/karpenter-crd", {}, true],
        ["metrics-server", {}, false],
    ];
    for (const [chart, values, brings] of cases) {
        it(`says that ${chart} ${brings ? "brings some" : "brings none"} with ${JSON.stringify(values)}`, () => {
            assert.equal(definitionsOf(chart, values)?.chart, brings ? nameOfChart(chart) : undefined);
        });
    }
});
