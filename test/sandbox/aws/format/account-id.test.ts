import * as assert from "node:assert/strict";
import { accountIdOf } from "../../../../sandbox/aws/format/account-id";

describe("a stack's account id", () => {
    it("is the one that the provider allows", () => {
        assert.equal(accountIdOf("dvlp", ["111122223333", "444455556666"], {}), "111122223333");
    });

    it("is made from the stack's name where nothing is said, always the same", () => {
        const id = accountIdOf("dvlp", [], {});
        assert.match(id, /^[1-9]\d{11}$/);
        assert.equal(accountIdOf("dvlp", [], {}), id);
        assert.notEqual(accountIdOf("prod", [], {}), id);
    });

    it("is the one of SANDBOX_ACCOUNT, if the provider allows it", () => {
        const environment = { SANDBOX_ACCOUNT: "444455556666" };
        assert.equal(accountIdOf("dvlp", [], environment), "444455556666");
        assert.equal(accountIdOf("dvlp", ["444455556666"], environment), "444455556666");
        assert.throws(
            () => accountIdOf("dvlp", ["111122223333"], environment),
            /AWS account ID not allowed: 444455556666/,
        );
    });

    it("is the one of the principal who calls", () => {
        const environment = { SANDBOX_PRINCIPAL: "arn:aws:iam::444455556666:role/people/viewer" };
        assert.equal(accountIdOf("dvlp", [], environment), "444455556666");
        assert.throws(
            () => accountIdOf("dvlp", ["111122223333"], environment),
            /AWS account ID not allowed: 444455556666/,
        );
    });
});
