import * as assert from "node:assert/strict";
import { allow, deny, document, trustService } from "../../components/policy-document";

describe("policy documents", () => {
    it("are the same text for the same decision", () => {
        assert.equal(allow(["s3:GetObject"], ["arn:x"]), allow(["s3:GetObject"], ["arn:x"]));
        assert.equal(
            allow(["s3:GetObject"], ["arn:x"]),
            '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:GetObject"],"Resource":["arn:x"]}]}',
        );
    });

    it("deny, trust and hold several statements", () => {
        assert.match(deny(["a:B"], ["*"]), /"Effect":"Deny","Action":\["a:B"\]/);
        assert.match(
            trustService("ec2.amazonaws.com"),
            /"Principal":\{"Service":"ec2.amazonaws.com"\},"Action":\["sts:AssumeRole"\]/,
        );
        const statement = { Effect: "Allow", Action: "a:B" } as const;
        assert.equal(
            (JSON.parse(document([statement, statement])) as { Statement: unknown[] }).Statement.length,
            2,
        );
    });
});
