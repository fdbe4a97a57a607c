import * as assert from "node:assert/strict";
import { UNKNOWN, type Properties } from "../../../sandbox/cloud/values";
import { release } from "../../../sandbox/kubernetes/release";
import type { PretendedCloud } from "../pretended-cloud";
import { kubeconfig, newCluster } from "./pretended-cluster";

const inputs: Properties = {
    chart: "metrics-server",
    version: "3.13.1",
    repositoryOpts: { repo: "https://kubernetes-sigs.github.io/metrics-server" },
};

describe("the inputs of a pretended Helm release", () => {
    let cloud: PretendedCloud;
    beforeEach(() => (cloud = newCluster()));
    afterEach(() => cloud.remove());

    const check = (changes: Properties = {}, olds: Properties = {}): Properties =>
        cloud.check(release.type, "metrics", { ...inputs, ...changes }, olds);

    it("get a name of the logical one and eight hex digits, and keep any name they had", () => {
        assert.match(String(check().name), /^metrics-[0-9a-f]{8}$/);
        assert.equal(check({}, { name: "metrics-01234567" }).name, "metrics-01234567");
        assert.equal(check({ name: "" }, { name: "explicit" }).name, "explicit");
    });

    it("get the provider's namespace, and its default", () => {
        assert.equal(check().namespace, "default");
        cloud.configure({ kubeconfig: kubeconfig(), namespace: "apps" });
        assert.equal(check().namespace, "apps");
    });

    it("wait for 300 seconds unless they don't wait or say how long", () => {
        assert.equal(check().timeout, 300);
        assert.equal(check({ timeout: 60 }).timeout, 60);
        assert.equal(check({ skipAwait: true }).timeout, undefined);
    });

    it("leave out what is false or empty", () => {
        const checked = check({ atomic: false, description: "", values: {}, maxHistory: 0, compat: "true" });
        assert.deepEqual(Object.keys(checked).sort(), [
            "chart",
            "maxHistory",
            "name",
            "namespace",
            "repositoryOpts",
            "timeout",
            "version",
        ]);
    });

    it("name the exact version that a range stands for, once everything is known", () => {
        assert.equal(check({ version: "~3.12" }).version, "3.12.2");
        assert.equal(check({ version: "" }).version, "3.13.1");
        assert.equal(check({ version: "~3.12", values: { a: UNKNOWN } }).version, "~3.12");
    });

    const refused: [string, Properties, RegExp][] = [
        [
            "a version that never existed",
            { version: "9.9.9" },
            /^Error: chart: chart "metrics-server" version "9\.9\.9" not found in https:\S+ repository; check the chart/,
        ],
        [
            "a range of an unknown chart",
            { chart: "other", version: "^1" },
            /does not know the versions of chart "other"/,
        ],
        ["a chart of a folder", { chart: "./charts/x", repositoryOpts: {} }, /neither charts from folders/],
        ["values from files", { valueYamlFiles: ["x"] }, /does not stand in for "valueYamlFiles"/],
        ["an unknown property", { chrt: "x" }, /did you mean "chart"\?/],
    ];
    for (const [what, changes, message] of refused) {
        it(`are refused for ${what}`, () => assert.throws(() => check(changes), message));
    }

    it("take a chart of a registry by its exact version", () => {
        const checked = check({ chart: "oci://ghcr.io/example/chart", version: "1.0.0", repositoryOpts: {} });
        assert.equal(checked.version, "1.0.0");
    });
});
