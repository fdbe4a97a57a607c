import * as assert from "node:assert/strict";
import { knownChart, resolvedVersion, resourceNames } from "../../../sandbox/kubernetes/charts";

describe("the charts that the sandbox knows", () => {
    it("are found by repository and name, whatever stands at the address's end", () => {
        const url = "https://kubernetes-sigs.github.io/metrics-server";
        assert.equal(knownChart(url, "metrics-server"), knownChart(`${url}/`, "metrics-server"));
        assert.equal(knownChart("https://charts.example.com", "metrics-server"), undefined);
    });

    it("leave every exact version of other charts alone", () => {
        assert.equal(resolvedVersion("https://charts.example.com", "other", "v1.2.3"), "v1.2.3");
    });

    it("list objects by kind, group and version, in order", () => {
        const objects = [
            { kind: "Deployment", apiVersion: "apps/v1", name: "b", namespace: "x" },
            { kind: "Deployment", apiVersion: "apps/v1", name: "a", namespace: "x" },
            { kind: "Service", apiVersion: "v1", name: "c", namespace: "x" },
        ];
        assert.deepEqual(resourceNames(objects), {
            "Deployment.apps/apps/v1": ["x/a", "x/b"],
            "Service/v1": ["x/c"],
        });
    });
});
