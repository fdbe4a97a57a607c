import * as assert from "node:assert/strict";
import { keyByReference, serviceMayUse } from "../../../../sandbox/aws/kms/key-lookup";
import type { CloudObject } from "../../../../sandbox/cloud/account";
import { PretendedCloud } from "../../pretended-cloud";
import { callIn } from "../call";
import { ACCOUNT, document } from "../cluster-fixture";

const LOGS = "logs.eu-central-1.amazonaws.com";
const ROOT = { Effect: "Allow", Principal: { AWS: ACCOUNT }, Action: "kms:*", Resource: "*" };

describe("looking a key up", () => {
    let cloud: PretendedCloud;
    beforeEach(() => (cloud = new PretendedCloud()));
    afterEach(() => cloud.remove());

    function keyWith(statement: object, more = {}): Promise<CloudObject> {
        return cloud.create("aws:kms/key:Key", "key", { policy: document([ROOT, statement]), ...more });
    }

    it("finds it by id and by ARN", async () => {
        const key = await cloud.create("aws:kms/key:Key", "key", {});
        const call = callIn(cloud);
        assert.equal(keyByReference(key.id, call)?.id, key.id);
        assert.equal(keyByReference(String(key.properties.arn), call)?.id, key.id);
        assert.equal(keyByReference(`arn:aws:kms:us-east-1:${ACCOUNT}:key/${key.id}`, call), undefined);
    });

    it("knows the services that its policy names, for the resources of the condition", async () => {
        const condition = {
            ArnLike: { "kms:EncryptionContext:aws:logs:arn": "arn:aws:logs:*:*:log-group:/aws/eks/*" },
        };
        const statement = { ...ROOT, Principal: { Service: LOGS }, Condition: condition };
        const key = await keyWith(statement);
        const group = `arn:aws:logs:eu-central-1:${ACCOUNT}:log-group:`;
        assert.ok(serviceMayUse(key, LOGS, ["kms:Encrypt"], `${group}/aws/eks/a/cluster`));
        assert.ok(!serviceMayUse(key, LOGS, ["kms:Encrypt"], `${group}/other`));
        assert.ok(!serviceMayUse(key, "logs.amazonaws.com", ["kms:Encrypt"], `${group}/aws/eks/a/cluster`));
    });

    it("lets nobody use a key that is switched off", async () => {
        const key = await keyWith({ ...ROOT, Principal: { Service: LOGS } }, { isEnabled: false });
        assert.ok(!serviceMayUse(key, LOGS, ["kms:Encrypt"], "arn"));
    });
});
