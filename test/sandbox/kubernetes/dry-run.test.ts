import * as assert from "node:assert/strict";
import { canTry } from "../../../sandbox/kubernetes/dry-run";
import type { Attempt } from "../../../sandbox/kubernetes/types";
import { deleteCluster, dismiss, newCluster, pretendedCall } from "./pretended-cluster";

const ATTEMPT: Attempt = { verb: "create", resource: "configmaps", namespace: "default" };

describe("a preview", () => {
    it("asks the API server while it is there and the caller may", () => {
        const cloud = newCluster();
        const call = pretendedCall(cloud);
        try {
            assert.equal(canTry([ATTEMPT], call), true);
            dismiss(cloud);
            assert.equal(canTry([ATTEMPT], call), false);
            deleteCluster(cloud);
            assert.equal(canTry([], call), false);
        } finally {
            cloud.remove();
        }
    });
});
