import * as assert from "node:assert/strict";
import { arn, ec2Id, iamArn, randomId } from "../../../../sandbox/aws/format/ids";

const CALLER = {
    stack: "dvlp",
    accountId: "111122223333",
    principal: "arn:aws:iam::111122223333:role/sandbox",
    partition: "aws",
    region: "eu-central-1",
    defaultTags: {},
};

describe("ids and ARNs", () => {
    it("of EC2 are a prefix and seventeen hex digits, each another", () => {
        assert.match(ec2Id("vpc"), /^vpc-0[0-9a-f]{16}$/);
        assert.notEqual(ec2Id("vpc"), ec2Id("vpc"));
    });

    it("of other services have an alphabet of their own", () => {
        assert.match(randomId(17, "ABC"), /^[ABC]{17}$/);
        assert.notEqual(randomId(17, "ABC"), randomId(17, "ABC"));
    });

    it("name account and region, those of IAM the account alone", () => {
        assert.equal(arn("ec2", "vpc/vpc-1", CALLER), "arn:aws:ec2:eu-central-1:111122223333:vpc/vpc-1");
        assert.equal(iamArn("role/a", CALLER), "arn:aws:iam::111122223333:role/a");
    });
});
