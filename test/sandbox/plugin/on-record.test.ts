import * as assert from "node:assert/strict";
import { trailOf } from "../../../sandbox/cloud/trail";
import { aws } from "../../../sandbox/aws/package";
import { kubernetes } from "../../../sandbox/kubernetes/package";
import { note, onRecord } from "../../../sandbox/plugin/on-record";
import { callIn } from "../aws/call";
import { PretendedCloud } from "../pretended-cloud";

describe("the record of a call", () => {
    let cloud: PretendedCloud;
    beforeEach(() => (cloud = new PretendedCloud()));
    afterEach(() => cloud.remove());

    it("names the object that was made, or the one that the call was about", () => {
        onRecord(aws, callIn(cloud), { verb: "create" }, () => ({ id: "made" }));
        onRecord(aws, callIn(cloud), { verb: "delete", id: "asked" }, () => undefined);
        onRecord(aws, callIn(cloud), { verb: "invoke" }, () => "x");
        assert.deepEqual(
            trailOf(cloud.account).map(({ resources }) => resources[0].id),
            ["made", "asked", undefined],
        );
    });

    it("of a cluster is its audit log's, not CloudTrail's", () => {
        note(kubernetes, callIn(cloud), { verb: "create" });
        assert.equal(trailOf(cloud.account)[0].eventSource, "kubernetes");
    });
});
