import * as assert from "node:assert/strict";
import { logGroup } from "../../../../sandbox/aws/cloudwatch/log-group";
import type { Properties } from "../../../../sandbox/cloud/values";
import { describeRefusals, PretendedCloud } from "../../pretended-cloud";
import { ACCOUNT, ClusterFixture, document, REGION } from "../cluster-fixture";

const KEY = "aws:kms/key:Key";
const ROOT = { Effect: "Allow", Principal: { AWS: ACCOUNT }, Action: "kms:*", Resource: "*" };

describeRefusals(logGroup, {
    ResourceAlreadyExistsException: async (cloud) => {
        for (const name of ["a", "b"]) await cloud.create(logGroup.type, name, { name: "/platform" });
    },
    InvalidParameterException: async (cloud) => {
        // The key's policy does not name the logs service.
        const { properties } = await cloud.create(KEY, "key", {});
        await cloud.create(logGroup.type, "a", { kmsKeyId: properties.arn });
    },
    ValidationException: async (cloud) => {
        await cloud.delete(await cloud.create(logGroup.type, "a", { deletionProtectionEnabled: true }));
    },
});

describe("a pretended log group", () => {
    let cloud: PretendedCloud;
    beforeEach(() => (cloud = new PretendedCloud()));
    afterEach(() => cloud.remove());

    it("shows its ARN as the provider does, fills in the rest, and goes without a trace", async () => {
        const made = await cloud.create(logGroup.type, "flow", {});
        assert.match(made.id, /^flow-[0-9a-f]{7}$/);
        assert.equal(made.properties.arn, `arn:aws:logs:${REGION}:${ACCOUNT}:log-group:${made.id}`);
        const { retentionInDays, logGroupClass, skipDestroy } = made.properties;
        assert.deepEqual([retentionInDays, logGroupClass, skipDestroy], [0, "STANDARD", false]);
        await cloud.delete(made);
        assert.deepEqual(cloud.account.all(), []);
    });

    it("takes a key that the logs service may use", async () => {
        const service = { ...ROOT, Principal: { Service: `logs.${REGION}.amazonaws.com` } };
        const { properties } = await cloud.create(KEY, "key", { policy: document([ROOT, service]) });
        await cloud.create(logGroup.type, "a", { kmsKeyId: properties.arn });
    });

    it("is refused when it is made with a key's id: CloudWatch Logs takes an ARN", async () => {
        const service = { ...ROOT, Principal: { Service: `logs.${REGION}.amazonaws.com` } };
        const { id: kmsKeyId } = await cloud.create(KEY, "key", { policy: document([ROOT, service]) });
        assert.ok(cloud.check(logGroup.type, "a", { kmsKeyId }));
        await assert.rejects(cloud.create(logGroup.type, "a", { kmsKeyId }), /KMS key does not exist/);
    });

    it("stays when it is not to be destroyed", async () => {
        const made = await cloud.create(logGroup.type, "a", { name: "/kept", skipDestroy: true });
        await cloud.delete(made);
        assert.deepEqual(new ClusterFixture(cloud).ids(logGroup.type), ["/kept"]);
    });

    it("comes back under a cluster that writes to it", async () => {
        const fixture = new ClusterFixture(cloud);
        const made = await cloud.create(logGroup.type, "a", { name: "/aws/eks/platform/cluster" });
        await fixture.cluster({ enabledClusterLogTypes: ["api"] });
        await cloud.delete(made);
        const [again] = cloud.account.list(logGroup.type, REGION);
        assert.deepEqual([again.id, again.urn], [made.id, undefined]);
    });

    it("changes its retention in place and is replaced for another name or class", () => {
        const before: Properties = { name: "a", retentionInDays: 7 };
        const after: Properties = { name: "b", retentionInDays: 14, logGroupClass: "INFREQUENT_ACCESS" };
        assert.deepEqual(cloud.diff(logGroup.type, before, after).changes, {
            name: { kind: "update", replaces: true },
            retentionInDays: { kind: "update", replaces: false },
            logGroupClass: { kind: "add", replaces: true },
        });
    });

    it("is refused at preview with a retention, a name or a class that there is not", () => {
        const refused = (inputs: Properties, reason: RegExp): void =>
            assert.throws(() => cloud.check(logGroup.type, "x", inputs), reason);
        refused({ retentionInDays: 10 }, /^Error: retentionInDays: /);
        refused({ name: "a b" }, /^Error: name: /);
        refused({ logGroupClass: "CHEAP" }, /^Error: logGroupClass: /);
        refused({ name: "a".repeat(513) }, /name to be in the range \(1 - 512\)/);
        refused({ namePrefix: "a".repeat(484) }, /name_prefix to be in the range \(1 - 483\)/);
        refused({ name: "a", namePrefix: "b" }, /name: conflicts with name_prefix/);
    });
});
