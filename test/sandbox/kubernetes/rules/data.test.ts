import * as assert from "node:assert/strict";
import { UNKNOWN, type Properties } from "../../../../sandbox/cloud/values";
import { configMap, secret, storageClass } from "../../../../sandbox/kubernetes/rules/data";

describe("what is wrong with a config map", () => {
    it("is a key, in either place or in both, and too much of it", () => {
        assert.deepEqual(configMap({ data: { "a.b_c-1": "x" } }), []);
        assert.match(
            configMap({ data: { "a b": "x" } })[0],
            /^data\[a b\]: Invalid value: "a b": a valid config key/,
        );
        assert.match(
            configMap({ data: { a: "x" }, binaryData: { a: "eA==" } })[0],
            /duplicate of key present in binaryData$/,
        );
        assert.match(
            configMap({ data: { a: "x".repeat(1024 * 1024 + 1) } })[0],
            /may not be more than 1048576 bytes$/,
        );
    });

    it("is a change once it is immutable", () => {
        const frozen = { immutable: true, data: { a: "1" } };
        assert.deepEqual(configMap(frozen, frozen), []);
        assert.deepEqual(configMap({ data: { a: "2" } }, frozen), [
            "immutable: Forbidden: field is immutable when `immutable` is set",
            "data: Forbidden: field is immutable when `immutable` is set",
        ]);
    });
});

describe("what is wrong with a secret", () => {
    it("is a key that its type needs", () => {
        assert.deepEqual(secret({ type: "kubernetes.io/tls", data: { "tls.crt": "" } }), [
            "data[tls.key]: Required value",
        ]);
        assert.deepEqual(secret({ type: "kubernetes.io/tls", data: UNKNOWN }), []);
        assert.deepEqual(secret({ type: "Opaque" }), []);
        assert.match(
            secret({ type: "kubernetes.io/service-account-token" })[0],
            /^metadata\.annotations\[kubernetes\.io\/service-account\.name\]/,
        );
    });

    it("is more than a mebibyte of data, whatever its base64 takes", () => {
        assert.deepEqual(secret({ data: { a: "x".repeat(1024 * 1024 + 1) } }), []);
        assert.match(secret({ data: { a: "x".repeat(1.4 * 1024 * 1024) } })[0], /^data: Too long/);
    });
});

describe("what is wrong with the update of a storage class", () => {
    const old: Properties = {
        provisioner: "ebs.csi.aws.com",
        reclaimPolicy: "Delete",
        volumeBindingMode: "Immediate",
    };

    it("is a change of nearly anything", () => {
        assert.deepEqual(storageClass(old), []);
        assert.deepEqual(storageClass({ ...old, allowVolumeExpansion: true }, old), []);
        assert.deepEqual(
            storageClass({ ...old, reclaimPolicy: "Retain", volumeBindingMode: "WaitForFirstConsumer" }, old),
            [
                "reclaimPolicy: Forbidden: updates to reclaimPolicy are forbidden.",
                'volumeBindingMode: Invalid value: "WaitForFirstConsumer": field is immutable',
            ],
        );
    });
});
