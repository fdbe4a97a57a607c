import * as assert from "node:assert/strict";
import { checkTags, tagsAll, withIgnoredTags, withoutIgnoredTags } from "../../../../sandbox/aws/plan/tags";
import { UNKNOWN } from "../../../../sandbox/cloud/values";
import { PretendedCloud } from "../../pretended-cloud";

const CALLER = {
    stack: "dvlp",
    accountId: "111122223333",
    principal: "arn:aws:iam::111122223333:role/sandbox",
    partition: "aws",
    region: "eu-central-1",
    defaultTags: { owner: "platform", stack: "dvlp" },
};

describe("the tags of a resource", () => {
    it("are its own over the provider's", () => {
        assert.deepEqual(tagsAll({ owner: "me" }, CALLER), { owner: "me", stack: "dvlp" });
        assert.deepEqual(tagsAll(undefined, CALLER), CALLER.defaultTags);
    });

    it("are all unknown when one of them is", () => {
        assert.equal(tagsAll({ owner: UNKNOWN }, CALLER), UNKNOWN);
        assert.deepEqual(checkTags(UNKNOWN), []);
    });

    it("are not seen where the provider ignores them, by key or by how the key begins", () => {
        const caller = { ...CALLER, ignoredTags: { keys: ["owner"], keyPrefixes: ["backup:"] } };
        const tags = { "backup:plan": "daily", backup: "yes" };
        assert.deepEqual(tagsAll(tags, caller), { backup: "yes", stack: "dvlp" });
        const properties = { size: 1, tags, tagsAll: { ...tags, owner: "me" } };
        assert.deepEqual(withoutIgnoredTags(properties, caller), {
            size: 1,
            tags: { backup: "yes" },
            tagsAll: { backup: "yes" },
        });
        assert.deepEqual(withoutIgnoredTags(properties, CALLER), properties);
    });

    it("survive an update where the provider ignores them", () => {
        const caller = { ...CALLER, ignoredTags: { keys: ["owner"], keyPrefixes: [] } };
        const before = { tags: { owner: "me", a: "1" }, tagsAll: { owner: "me", a: "1" } };
        const after = { tags: { b: "2" }, tagsAll: { b: "2" } };
        assert.deepEqual(withIgnoredTags(after, before, caller), {
            tags: { owner: "me", b: "2" },
            tagsAll: { owner: "me", b: "2" },
        });
        assert.deepEqual(withIgnoredTags({ size: 1 }, before, caller), { size: 1 });
    });

    it("of somebody else come and go unseen by a provider that ignores them", async () => {
        const ignoreTags = { keys: ["scanned"] };
        const cloud = new PretendedCloud(undefined, {
            region: "eu-central-1",
            allowedAccountIds: ["111122223333"],
            ignoreTags,
        });
        try {
            const made = await cloud.create("aws:ec2/eip:Eip", "a", { tags: { owner: "me" } });
            const [object] = cloud.account.list("aws:ec2/eip:Eip", "eu-central-1");
            const tags = { owner: "me", scanned: "yes" };
            cloud.account.put({ ...object, properties: { ...object.properties, tags, tagsAll: tags } });
            const read = await cloud.read(made, { tags: { owner: "me" }, tagsAll: { owner: "me" } });
            assert.deepEqual(read?.inputs.tags, { owner: "me" });
            assert.deepEqual(read?.state.tagsAll, { owner: "me" });
            const answer = await cloud.update(made, { tags: { owner: "me" } }, { tags: { owner: "you" } });
            assert.deepEqual(answer.tagsAll, { owner: "you" });
            const [after] = cloud.account.list("aws:ec2/eip:Eip", "eu-central-1");
            assert.deepEqual(after.properties.tagsAll, { owner: "you", scanned: "yes" });
        } finally {
            cloud.remove();
        }
    });

    it("are at most fifty, with keys of 128 and values of 256 characters", () => {
        const tags = (count: number): Record<string, string> =>
            Object.fromEntries(Array.from({ length: count }, (_, i) => [`key-${i}`, ""]));
        assert.deepEqual(checkTags({ ...tags(49), ["k".repeat(128)]: "v".repeat(256) }), []);
        assert.match(checkTags(tags(51))[0].reason, /^51 tags .* at most 50/);
        assert.match(checkTags({ ["k".repeat(129)]: "" })[0].reason, /1 to 128 characters, this one 129/);
        assert.match(checkTags({ "": "" })[0].reason, /this one 0/);
        assert.match(checkTags({ key: "v".repeat(257) })[0].reason, /at most 256 characters, this one 257/);
    });

    it("must not take AWS's own prefix, in whatever case", () => {
        assert.deepEqual(checkTags({ "AWS:name": "" }), [
            { property: "tags.AWS:name", reason: `keys that begin with "aws:" are reserved for AWS` },
        ]);
    });

    it("are looked at in every type that has them, default tags included", () => {
        const cloud = new PretendedCloud(undefined, {
            region: "eu-central-1",
            defaultTags: { tags: { "aws:owner": "a" } },
        });
        try {
            assert.throws(
                () => cloud.check("aws:ec2/eip:Eip", "address", {}),
                /tags\.aws:owner: keys that begin with "aws:" are reserved for AWS/,
            );
        } finally {
            cloud.remove();
        }
    });
});
