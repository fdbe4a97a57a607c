import assert from "node:assert/strict";
import { ADDON_NAMES, ConfigError, KUBERNETES_VERSIONS, minorVersionStep } from "../../config";
import { minorOf } from "../../config/kubernetes-versions";

function refusal(from: string, to: string): ConfigError {
    try {
        minorVersionStep(from, to);
    } catch (error) {
        assert.ok(error instanceof ConfigError);
        return error;
    }
    return assert.fail(`${from} to ${to} is let through`);
}

describe("config/kubernetes-versions", () => {
    it("has an exact version of every add-on for every Kubernetes version", () => {
        for (const [version, addons] of Object.entries(KUBERNETES_VERSIONS)) {
            assert.deepEqual(Object.keys(addons), [...ADDON_NAMES], version);
            for (const addon of Object.values(addons)) assert.match(addon, /^v\d+\.\d+\.\d+-eksbuild\.\d+$/);
        }
    });

    it("gives kube-proxy the cluster's minor version", () => {
        for (const [version, addons] of Object.entries(KUBERNETES_VERSIONS)) {
            assert.deepEqual(minorOf(addons["kube-proxy"]), minorOf(version));
        }
    });

    it("supports minor versions without a gap, so that a cluster can be upgraded through all of them", () => {
        const versions = Object.keys(KUBERNETES_VERSIONS);
        assert.ok(versions.length >= 3);
        for (const [index, version] of versions.slice(1).entries()) {
            assert.equal(minorVersionStep(versions[index], version), "next");
        }
    });

    it("lets a cluster stay or go up by one minor version", () => {
        assert.equal(minorVersionStep("1.34", "1.34"), "same");
        assert.equal(minorVersionStep("1.34", "1.35"), "next");
        assert.equal(minorVersionStep("1.9", "1.10"), "next");
    });

    it("skips no minor version, and names the next step", () => {
        const [issue] = refusal("1.33", "1.35").issues;
        assert.deepEqual(issue, {
            key: "core-platform:cluster.version",
            value: "1.35",
            problem: "skips a minor version: the cluster runs 1.33",
            remedy: 'Set "1.34", deploy, and go on from there, one minor version at a time.',
        });
        assert.equal(
            refusal("1.34", "2.35").issues[0].problem,
            "skips a minor version: the cluster runs 1.34",
        );
    });

    it("lowers no version, and names the next step", () => {
        const [issue] = refusal("1.34", "1.33").issues;
        assert.equal(issue.problem, "is lower than 1.34, which the cluster runs: EKS lowers no version");
        assert.equal(issue.remedy, 'Set "1.34", or "1.35" to upgrade.');
        assert.match(refusal("2.1", "1.34").issues[0].problem, /^is lower than 2\.1/);
    });

    it("takes what is no version for a bug of the caller", () => {
        for (const version of ["", "latest", "1", "1.x", "1.34beta"]) {
            assert.throws(() => minorVersionStep(version, "1.34"), /not a Kubernetes version/);
        }
    });
});
