import * as assert from "node:assert/strict";
import type { Properties } from "../../../sandbox/cloud/values";
import { metricsServer } from "../../../sandbox/kubernetes/metrics-server";

const names = (name: string, values: Properties = {}): string[] =>
    metricsServer
        .objects({ name, namespace: "system" }, values)
        .map((object) => `${object.kind} ${object.namespace ?? ""}/${object.name}`);

describe("the objects of metrics-server", () => {
    it("carry the release's name unless it holds the chart's", () => {
        assert.ok(names("metrics-server").includes("Deployment system/metrics-server"));
        assert.ok(names("a").includes("Deployment system/a-metrics-server"));
        assert.ok(names("a", { fullnameOverride: "b" }).includes("Deployment system/b"));
    });

    it("come and go with the values", () => {
        assert.equal(names("a").length, 9);
        assert.equal(names("a", { podDisruptionBudget: { enabled: true } }).length, 10);
        assert.deepEqual(
            names("a", {
                rbac: { create: false },
                serviceAccount: { create: false },
                apiService: { create: false },
            }),
            ["Service system/a-metrics-server", "Deployment system/a-metrics-server"],
        );
    });
});
