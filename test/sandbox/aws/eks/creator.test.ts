import * as assert from "node:assert/strict";
import { admitCreator } from "../../../../sandbox/aws/eks/creator";
import { PretendedCloud } from "../../pretended-cloud";
import { callIn } from "../call";
import { ACCOUNT, ClusterFixture } from "../cluster-fixture";

describe("whoever makes a cluster", () => {
    let cloud: PretendedCloud;
    beforeEach(() => (cloud = new PretendedCloud()));
    afterEach(() => cloud.remove());

    it("gets an entry and a policy that no resource holds", () => {
        admitCreator("platform", callIn(cloud));
        assert.deepEqual(
            cloud.account.all().map((object) => [object.type.split(":")[2], object.urn]),
            [
                ["AccessEntry", undefined],
                ["AccessPolicyAssociation", undefined],
            ],
        );
        assert.deepEqual(new ClusterFixture(cloud).ids("aws:eks/accessEntry:AccessEntry"), [
            `platform:arn:aws:iam::${ACCOUNT}:role/sandbox`,
        ]);
    });
});
