import * as assert from "node:assert/strict";
import {
    AMI_TYPES,
    imageArchitecture,
    instanceArchitecture,
    isImageOffered,
} from "../../../../sandbox/aws/eks/machine-images";

describe("machine images and instance types", () => {
    it("fit by processor: Graviton's g stands behind the generation", () => {
        for (const type of [
            "m7g.large",
            "t4g.medium",
            "c7gn.xlarge",
            "x2gd.large",
            "im4gn.large",
            "a1.large",
            "g5g.xlarge",
        ])
            assert.equal(instanceArchitecture(type), "arm64", type);
        for (const type of [
            "m7i.large",
            "t3.medium",
            "g5.xlarge",
            "g4dn.xlarge",
            "c7i-flex.large",
            "u-6tb1.metal",
        ])
            assert.equal(instanceArchitecture(type), "x86_64", type);
    });

    it("say their processor in their name, all but one's own", () => {
        const without = AMI_TYPES.filter((type) => imageArchitecture(type) === undefined);
        assert.deepEqual(without, ["CUSTOM"]);
    });

    it("end with 1.32 for Amazon Linux 2", () => {
        assert.ok(isImageOffered("AL2_x86_64", "1.32"));
        assert.ok(!isImageOffered("AL2_x86_64", "1.33"));
        assert.ok(isImageOffered("AL2023_x86_64_STANDARD", "1.35"));
    });
});
