import * as assert from "node:assert/strict";
import { arn, ec2Id, iamArn } from "../../../sandbox/aws/ids";

const CALLER = {
    stack: "dvlp",
    accountId: "111122223333",
    partition: "aws",
    region: "eu-central-1",
    defaultTags: {},
};

describe("ids and ARNs", () => {
    it("of EC2 are a prefix and seventeen hex digits, each another", () => {
        assert.match(ec2Id("vpc"), /^vpc-0[0-9a-f]{16}$/);
        assert.notEqual(ec2Id("vpc"), ec2Id("vpc"));
    });

    it("name account and region, those of IAM the account alone", () => {
        assert.equal(arn("ec2", "vpc/vpc-1", CALLER), "arn:aws:ec2:eu-central-1:111122223333:vpc/vpc-1");
        assert.equal(iamArn("role/a", CALLER), "arn:aws:iam::111122223333:role/a");
    });
});
