import * as assert from "node:assert/strict";
import { UNKNOWN, type Properties } from "../../../sandbox/cloud/values";
import { gvkOfType } from "../../../sandbox/kubernetes/api/gvk";
import { failuresOf, normalised, refreshed } from "../../../sandbox/kubernetes/object-inputs";
import type { PretendedCloud } from "../pretended-cloud";
import { deployment } from "./objects-fixture";
import { newCluster, pretendedCall } from "./pretended-cluster";

describe("the inputs of an object", () => {
    let cloud: PretendedCloud;
    beforeEach(() => (cloud = newCluster()));
    afterEach(() => cloud.remove());
    const checked = (type: string, news: Properties, olds: Properties = {}): Properties =>
        normalised(gvkOfType(`kubernetes:${type}`), news, olds, pretendedCall(cloud));

    it("get a name and the provider's namespace, and keep both", () => {
        const first = checked("core/v1:ConfigMap", {}).metadata as Properties;
        assert.match(String(first.name), /^x-[0-9a-f]{8}$/);
        assert.equal(first.namespace, "default");
        assert.deepEqual(checked("core/v1:ConfigMap", {}, { metadata: first }).metadata, first);
    });

    it("get no namespace where the kind has none, and one where the kind is not known yet", () => {
        const named = { metadata: { name: "a" } };
        assert.deepEqual(checked("storage.k8s.io/v1:StorageClass", named).metadata, { name: "a" });
        assert.deepEqual(checked("example.com/v1:Widget", named).metadata, {
            name: "a",
            namespace: "default",
        });
    });

    it("lose what the API server alone writes", () => {
        const metadata = { name: "a", uid: "x", resourceVersion: "1", managedFields: [] };
        assert.deepEqual(checked("core/v1:ConfigMap", { metadata }).metadata, {
            name: "a",
            namespace: "default",
        });
    });

    it("of a secret are written as data, once they are known", () => {
        const found = checked("core/v1:Secret", { stringData: { a: "b" }, data: { c: "ZA==" } });
        assert.deepEqual(found.data, { c: "ZA==", a: "Yg==" });
        assert.equal(found.stringData, undefined);
        const unknown = checked("core/v1:Secret", { stringData: { a: UNKNOWN } });
        assert.deepEqual(unknown.stringData, { a: UNKNOWN });
    });

    it("are left alone while their metadata is unknown", () => {
        assert.deepEqual(checked("core/v1:ConfigMap", { metadata: UNKNOWN }), { metadata: UNKNOWN });
    });

    it("are refused for a generated name, and for names that the kind does not know", () => {
        const failures = (type: string, inputs: Properties): string[] =>
            failuresOf(gvkOfType(`kubernetes:${type}`), inputs, pretendedCall(cloud)).map(
                ({ property }) => property,
            );
        assert.deepEqual(failures("core/v1:ConfigMap", { metadata: { generateName: "a" } }), [
            "metadata.generateName",
        ]);
        assert.deepEqual(failures("core/v1:ConfigMap", { dta: {} }), ["dta"]);
        assert.deepEqual(failures("example.com/v1:Widget", { dta: {} }), []);
        assert.deepEqual(failures("core/v1:ConfigMapPatch", {}), ["kind"], "a patch");
        assert.deepEqual(failures("core/v1:ConfigMapList", {}), ["kind"], "a list");
        assert.deepEqual(failures("example.com/v1:WidgetPatch", {}), []);
    });
});

describe("the inputs that a refresh finds", () => {
    it("are what the program gave, as it stands now", () => {
        const state = { ...deployment({ labels: { a: "1", b: "2" } }), status: { replicas: 1 } };
        const given = { metadata: { labels: { a: "0" } }, spec: { replicas: 2 } };
        assert.deepEqual(refreshed(given, state), {
            metadata: { labels: { a: "1" } },
            spec: { replicas: 1 },
        });
    });

    it("are everything but what the server computed, for an import", () => {
        const state = { ...deployment({ uid: "x" }), status: {} };
        assert.deepEqual(refreshed({}, state), deployment());
    });
});
