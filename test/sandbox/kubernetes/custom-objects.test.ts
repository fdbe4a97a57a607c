import * as assert from "node:assert/strict";
import { removeCustomObjects } from "../../../sandbox/kubernetes/custom-objects";
import { definition, widget, WIDGET } from "./objects-fixture";
import { newCluster, pretendedCall } from "./pretended-cluster";

describe("the objects of a custom kind", () => {
    it("go with its definition, and with nothing else", async () => {
        const cloud = newCluster();
        try {
            const type = "kubernetes:apiextensions.k8s.io/v1:CustomResourceDefinition";
            const made = await cloud.create(type, "w", definition());
            const one = await cloud.create(WIDGET, "w", widget());
            const call = pretendedCall(cloud);
            removeCustomObjects(one, call);
            assert.equal(call.list(WIDGET).length, 1);
            removeCustomObjects(made, call);
            assert.equal(call.list(WIDGET).length, 0);
        } finally {
            cloud.remove();
        }
    });
});
