import assert from "node:assert/strict";
import { packageOf } from "../../../sandbox/cli/packages";

describe("The package of an object", () => {
    it("is the one whose name its type begins with", () => {
        assert.equal(packageOf({ type: "aws:ec2/vpc:Vpc" }).typings.package, "aws");
        assert.equal(packageOf({ type: "kubernetes:core/v1:Namespace" }).typings.package, "kubernetes");
    });

    it("is a bug when there is none", () => {
        assert.throws(() => packageOf({ type: "awsx:ec2:Vpc" }), {
            message: "no package has the type awsx:ec2:Vpc",
        });
    });
});
