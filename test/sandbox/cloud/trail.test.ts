import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { Account } from "../../../sandbox/cloud/account";
import { record, trailOf, type TrailEvent } from "../../../sandbox/cloud/trail";
import { temporaryFolder } from "./temporary-folder";

const EVENT: TrailEvent = {
    eventTime: "2026-01-01T00:00:00Z",
    eventSource: "ec2.amazonaws.com",
    eventName: "CreateVpc",
    awsRegion: "eu-central-1",
    userIdentity: { type: "Root", arn: "arn:aws:iam::111122223333:root", accountId: "111122223333" },
    readOnly: false,
    resources: [{ type: "aws:ec2/vpc:Vpc", id: "vpc-1" }],
};

describe("an account's trail", () => {
    const folder = temporaryFolder();

    it("keeps the calls in their order, apart from the objects", () => {
        const account = new Account(path.join(folder(), "111122223333"));
        assert.deepEqual(trailOf(account), []);
        record(account, EVENT);
        record(account, { ...EVENT, eventName: "DeleteVpc" });
        assert.deepEqual(
            trailOf(account).map(({ eventName }) => eventName),
            ["CreateVpc", "DeleteVpc"],
        );
        assert.deepEqual(account.all(), []);
    });

    it("passes over a line that was never finished", () => {
        const account = new Account(path.join(folder(), "111122223333"));
        record(account, EVENT);
        const [file] = fs.readdirSync(account.folder);
        fs.appendFileSync(path.join(account.folder, file), '{"eventName":"Dele');
        assert.deepEqual(trailOf(account), [EVENT]);
    });
});
