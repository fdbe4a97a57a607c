import assert from "node:assert/strict";
import { personOf, retagged } from "../../../sandbox/aws/by-hand";
import { Account, type CloudObject } from "../../../sandbox/cloud/account";

const OBJECT: CloudObject = {
    type: "aws:ec2/vpc:Vpc",
    id: "vpc-1",
    region: "eu-central-1",
    createdAt: "2026-01-01T00:00:00Z",
    stack: "dvlp",
    properties: {},
};

describe("Somebody who changes AWS by hand", () => {
    const account = new Account("/nowhere/111122223333");

    it("is of the object's account and works in its region", () => {
        const person = personOf(account, OBJECT);
        assert.deepEqual(
            [person.accountId, person.region, person.stack],
            ["111122223333", "eu-central-1", "dvlp"],
        );
    });

    it("works in the home of services without a region", () => {
        assert.equal(personOf(account, { ...OBJECT, region: "global" }).region, "us-east-1");
    });
});

describe("Tags changed by hand", () => {
    const before = { tags: { a: "1", b: "2" }, tagsAll: { a: "1", b: "2", stack: "dvlp" } };

    it("change the merged ones with them", () => {
        const tags = { a: "3", c: "4" };
        assert.deepEqual(retagged({ ...before, tags }, before), {
            tags,
            tagsAll: { a: "3", c: "4", stack: "dvlp" },
        });
    });

    it("leave the merged ones alone where there is no change, or no merged ones", () => {
        assert.deepEqual(retagged({ ...before, size: 1 }, before), { ...before, size: 1 });
        assert.deepEqual(retagged({ tags: { a: "3" } }, { tags: {} }), { tags: { a: "3" } });
    });

    it("take their keys out of the merged ones when they go", () => {
        assert.deepEqual(retagged({ tagsAll: before.tagsAll }, before), { tagsAll: { stack: "dvlp" } });
    });
});
