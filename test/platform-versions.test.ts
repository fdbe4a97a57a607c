import * as assert from "node:assert/strict";
import { ADDON_NAMES, KUBERNETES_VERSIONS } from "../config/kubernetes-versions";
import { catalogEntry, isOffered } from "../sandbox/aws/eks/addon-catalog";
import { OFFERED_VERSIONS } from "../sandbox/aws/eks/kubernetes-versions";

// Configuration and sandbox may not import each other, and both have a table of versions: here they meet.
describe("The versions that the platform supports", () => {
    it("are some", () => assert.ok(Object.keys(KUBERNETES_VERSIONS).length > 0));

    for (const [version, addons] of Object.entries(KUBERNETES_VERSIONS)) {
        it(`include Kubernetes ${version}, which the sandbox's EKS offers`, () => {
            assert.ok(OFFERED_VERSIONS.includes(version), "add it to sandbox/aws/eks/kubernetes-versions.ts");
        });

        for (const name of ADDON_NAMES) {
            it(`include ${name} ${addons[name]} on ${version}, which the sandbox's EKS offers there`, () => {
                const remedy = "correct sandbox/aws/eks/addon-catalog.ts, or config/kubernetes-versions.ts";
                assert.ok(catalogEntry(name)?.offered !== undefined || name === "kube-proxy", remedy);
                assert.ok(isOffered(name, addons[name], version), remedy);
            });
        }
    }
});
