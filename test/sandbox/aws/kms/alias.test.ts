import * as assert from "node:assert/strict";
import { alias } from "../../../../sandbox/aws/kms/alias";
import { describeRefusals, PretendedCloud } from "../../pretended-cloud";
import { ACCOUNT, REGION } from "../cluster-fixture";

const KEY = "aws:kms/key:Key";

describeRefusals(alias, {
    AlreadyExistsException: async (cloud) => {
        const { id } = await cloud.create(KEY, "key", {});
        for (const name of ["a", "b"])
            await cloud.create(alias.type, name, { name: "alias/secrets", targetKeyId: id });
    },
    ValidationException: (cloud) =>
        cloud.create(alias.type, "a", { name: `alias/${"a".repeat(251)}`, targetKeyId: "k" }),
    NotFoundException: (cloud) =>
        cloud.create(alias.type, "a", { name: "alias/secrets", targetKeyId: "no-such-key" }),
});

describe("a pretended alias", () => {
    let cloud: PretendedCloud;
    beforeEach(() => (cloud = new PretendedCloud()));
    afterEach(() => cloud.remove());

    it("names its key by id and ARN, and goes without a trace", async () => {
        const key = await cloud.create(KEY, "key", {});
        const targetKeyId = String(key.properties.arn);
        const made = await cloud.create(alias.type, "a", { name: "alias/secrets", targetKeyId });
        assert.equal(made.id, "alias/secrets");
        assert.equal(made.properties.arn, `arn:aws:kms:${REGION}:${ACCOUNT}:alias/secrets`);
        assert.deepEqual([made.properties.targetKeyId, made.properties.targetKeyArn], [key.id, targetKeyId]);
        await cloud.delete(made);
        await cloud.delete(key);
        assert.deepEqual(cloud.account.all(), []);
    });

    it("moves to another key in place and is replaced for another name", async () => {
        const [first, second] = [await cloud.create(KEY, "a", {}), await cloud.create(KEY, "b", {})];
        const before = { name: "alias/secrets", targetKeyId: first.id };
        const made = await cloud.create(alias.type, "a", before);
        const after = await cloud.update(made, before, { ...before, targetKeyId: second.id });
        assert.equal(after.targetKeyArn, second.properties.arn);
        const same = { ...before, targetKeyId: String(first.properties.arn) };
        assert.deepEqual(cloud.diff(alias.type, before, same).changes, {});
        const renamed = { name: "alias/other", targetKeyId: second.id };
        assert.deepEqual(cloud.diff(alias.type, before, renamed).changes, {
            name: { kind: "update", replaces: true },
            targetKeyId: { kind: "update", replaces: false },
        });
    });

    it("is refused at preview without its prefix and with AWS's own", () => {
        for (const name of ["secrets", "alias/aws/secrets", "alias/", "alias/a b"])
            assert.throws(
                () => cloud.check(alias.type, "x", { name, targetKeyId: "k" }),
                /begins with alias\//,
            );
        const both = { name: "alias/a", namePrefix: "alias/b", targetKeyId: "k" };
        assert.throws(() => cloud.check(alias.type, "x", both), /name: conflicts with name_prefix/);
    });

    it("gets a name from a prefix, alias/ when there is none", async () => {
        const { id: targetKeyId } = await cloud.create(KEY, "key", {});
        const prefixed = await cloud.create(alias.type, "a", { namePrefix: "alias/a-", targetKeyId });
        assert.match(prefixed.id, /^alias\/a-\d{18}[0-9a-f]{8}$/);
        const nameless = await cloud.create(alias.type, "b", { targetKeyId });
        assert.match(nameless.id, /^alias\/\d{18}[0-9a-f]{8}$/);
    });
});
