import * as assert from "node:assert/strict";
import { kubernetes } from "../../../sandbox/kubernetes/package";
import { release } from "../../../sandbox/kubernetes/release";
import { kubeconfig, newCluster } from "./pretended-cluster";

const URN = "urn:pulumi:dvlp::core-platform::kubernetes:core/v1:Namespace::a";

const inputs = { chart: "other", version: "1.0.0", repositoryOpts: { repo: "https://charts.example.com" } };

describe("the stand-in for the kubernetes provider", () => {
    it("is as old as the installed package", () => {
        assert.equal(kubernetes.typings.package, "kubernetes");
        assert.match(kubernetes.typings.version, /^4\.\d+\.\d+$/);
    });

    it("puts the provider's words around the API server's", () => {
        const refused = {
            urn: URN,
            service: "Kubernetes",
            status: 409,
            code: "AlreadyExists",
            sentence: "no",
        };
        const words = (operation: string): string => kubernetes.describe({ ...refused, operation });
        assert.equal(
            words("create"),
            `resource "${URN}" was not successfully created by the Kubernetes API server: no`,
        );
        assert.equal(words("update"), `update of resource "${URN}" failed: no`);
        assert.equal(words("delete"), "no");
        assert.equal(words("install"), "no");
    });

    it("takes the namespace of the provider, of the context, or default", () => {
        const cloud = newCluster();
        const namespaceOf = (provider: Record<string, string>): unknown => {
            cloud.configure(provider);
            return cloud.check(release.type, "a", inputs).namespace;
        };
        try {
            const config = kubeconfig();
            const withNamespace = config.replace('"cluster":"core",', '"cluster":"core","namespace":"apps",');
            assert.equal(namespaceOf({ kubeconfig: config }), "default");
            assert.equal(namespaceOf({ kubeconfig: withNamespace }), "apps");
            assert.equal(namespaceOf({ kubeconfig: withNamespace, namespace: "mine" }), "mine");
        } finally {
            cloud.remove();
        }
    });
});
