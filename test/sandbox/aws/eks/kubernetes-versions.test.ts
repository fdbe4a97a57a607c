import * as assert from "node:assert/strict";
import { minor, NEWEST_VERSION, OFFERED_VERSIONS } from "../../../../sandbox/aws/eks/kubernetes-versions";

describe("the Kubernetes versions of EKS", () => {
    it("follow each other without a gap, the newest last", () => {
        const minors = OFFERED_VERSIONS.map(minor);
        assert.deepEqual(
            minors,
            minors.map((_, index) => minors[0] + index),
        );
        assert.equal(minor(NEWEST_VERSION), minors.at(-1));
    });

    it("are read from a version of Kubernetes and of an add-on", () => {
        assert.equal(minor("1.34"), 34);
        assert.equal(minor("v1.34.6-eksbuild.2"), 34);
        assert.ok(Number.isNaN(minor("2.34")));
    });
});
