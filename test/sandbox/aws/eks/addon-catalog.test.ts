import * as assert from "node:assert/strict";
import { catalogEntry, defaultVersion, isOffered } from "../../../../sandbox/aws/eks/addon-catalog";

describe("the catalogue of add-ons", () => {
    it("knows EKS's own add-ons and no others", () => {
        assert.equal(catalogEntry("coredns")?.needsNodes, true);
        assert.equal(catalogEntry("vpc-cni")?.needsNodes, false);
        assert.equal(catalogEntry("toString"), undefined);
    });

    it("offers kube-proxy up to the cluster's version and three behind it", () => {
        assert.ok(isOffered("kube-proxy", "v1.34.6-eksbuild.2", "1.34"));
        assert.ok(isOffered("kube-proxy", "v1.31.10-eksbuild.2", "1.34"));
        assert.ok(!isOffered("kube-proxy", "v1.30.10-eksbuild.2", "1.34"));
        assert.ok(!isOffered("kube-proxy", "v1.35.3-eksbuild.2", "1.34"));
    });

    it("offers what AWS documented for the others, and exact builds alone", () => {
        assert.ok(isOffered("vpc-cni", "v1.21.1-eksbuild.7", "1.35"));
        assert.ok(!isOffered("vpc-cni", "v1.99.0-eksbuild.1", "1.35"));
        assert.ok(!isOffered("coredns", "v1.9.3-eksbuild.1", "1.35"));
        assert.ok(!isOffered("vpc-cni", "v1.21.1", "1.35"));
    });

    it("makes its default one that it offers", () => {
        for (const name of ["kube-proxy", "vpc-cni", "coredns", "aws-ebs-csi-driver", "metrics-server"])
            assert.ok(isOffered(name, defaultVersion(name, "1.34"), "1.34"), name);
    });
});
