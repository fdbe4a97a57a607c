import * as assert from "node:assert/strict";
import { key } from "../../../../sandbox/aws/kms/key";
import type { Properties } from "../../../../sandbox/cloud/values";
import { describeRefusals, PretendedCloud } from "../../pretended-cloud";
import { ACCOUNT, ClusterFixture, document, REGION, trust } from "../cluster-fixture";

function keyPolicy(principal: string, action = "kms:*"): string {
    return document([{ Effect: "Allow", Principal: { AWS: principal }, Action: action, Resource: "*" }]);
}

const ROOT = `arn:aws:iam::${ACCOUNT}:root`;

describeRefusals(key, {
    MalformedPolicyDocumentException: (cloud) =>
        cloud.create(key.type, "key", {
            policy: document([{ Effect: "Allow", Action: "kms:*", Resource: "*" }]),
        }),
    "MalformedPolicyDocumentException: principal": (cloud) =>
        cloud.create(key.type, "key", { policy: keyPolicy(`arn:aws:iam::${ACCOUNT}:role/nobody`) }),
    "MalformedPolicyDocumentException: lockout": (cloud) =>
        cloud.create(key.type, "key", { policy: keyPolicy(ROOT, "kms:Encrypt") }),
    UnsupportedOperationException: (cloud) =>
        cloud.create(key.type, "key", { customerMasterKeySpec: "RSA_2048", enableKeyRotation: true }),
});

describe("a pretended key", () => {
    let cloud: PretendedCloud;
    beforeEach(() => (cloud = new PretendedCloud()));
    afterEach(() => cloud.remove());

    it("shows ids as KMS writes them, and goes without a trace", async () => {
        const made = await cloud.create(key.type, "key", {});
        assert.match(made.id, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
        assert.equal(made.properties.arn, `arn:aws:kms:${REGION}:${ACCOUNT}:key/${made.id}`);
        assert.equal(made.properties.keyId, made.id);
        await cloud.delete(made);
        assert.deepEqual(cloud.account.all(), []);
    });

    it("has an id of its own kind in several regions", async () => {
        assert.match((await cloud.create(key.type, "key", { multiRegion: true })).id, /^mrk-[0-9a-f]{32}$/);
    });

    it("fills in usage, rotation and a policy that leaves it to IAM", async () => {
        const { properties } = await cloud.create(key.type, "key", { enableKeyRotation: true });
        const { keyUsage, isEnabled, multiRegion, rotationPeriodInDays, description } = properties;
        assert.deepEqual(
            { keyUsage, isEnabled, multiRegion, rotationPeriodInDays, description },
            {
                keyUsage: "ENCRYPT_DECRYPT",
                isEnabled: true,
                multiRegion: false,
                rotationPeriodInDays: 365,
                description: "",
            },
        );
        assert.ok(String(properties.policy).includes(ROOT));
    });

    it("takes policies that name roles which are there", async () => {
        await new ClusterFixture(cloud).role("admin", trust("ec2.amazonaws.com"));
        await cloud.create(key.type, "key", { policy: keyPolicy(`arn:aws:iam::${ACCOUNT}:role/admin`) });
    });

    it("changes policy and rotation in place and is replaced for another kind of key", async () => {
        const made = await cloud.create(key.type, "key", {});
        const policy = keyPolicy(ROOT);
        const after = await cloud.update(made, {}, { policy, enableKeyRotation: true });
        assert.deepEqual([after.policy, after.rotationPeriodInDays], [policy, 365]);
        await assert.rejects(
            cloud.update(made, {}, { policy: keyPolicy(ROOT, "kms:Decrypt") }),
            /in the future/,
        );
        assert.deepEqual(
            cloud.diff(key.type, { policy }, { policy: ` ${policy}`, multiRegion: true }).changes,
            {
                multiRegion: { kind: "add", replaces: true },
            },
        );
    });

    it("is refused at preview with a window, a period or a kind that there is not", () => {
        const refused = (inputs: Properties, reason: RegExp): void =>
            assert.throws(() => cloud.check(key.type, "x", inputs), reason);
        refused({ deletionWindowInDays: 5 }, /^Error: deletionWindowInDays: /);
        refused({ rotationPeriodInDays: 30 }, /^Error: rotationPeriodInDays: /);
        refused({ customerMasterKeySpec: "AES" }, /^Error: customerMasterKeySpec: /);
        refused({ policy: "kms:*" }, /^Error: policy: /);
    });
});
