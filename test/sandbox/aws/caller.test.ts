import assert from "node:assert/strict";
import { identityOf } from "../../../sandbox/aws/caller";

const ROLE = "arn:aws:iam::444455556666:role/deploy/core-platform-deployer";

describe("Who calls AWS", () => {
    it("is whose credentials are at hand, where no role is assumed", () => {
        assert.deepEqual(identityOf({ allowedAccountIds: ["111122223333"] }, "dvlp", {}), {
            accountId: "111122223333",
            principal: "arn:aws:iam::111122223333:role/sandbox",
        });
    });

    it("is the role that is assumed, of its own account and by the session's name", () => {
        const assumeRoles = [{ roleArn: ROLE, sessionName: "ci-42" }];
        assert.deepEqual(identityOf({ assumeRoles }, "dvlp", { SANDBOX_ACCOUNT: "111122223333" }), {
            accountId: "444455556666",
            principal: ROLE,
            session: "ci-42",
        });
    });

    it("is the last role of a chain, which may begin with a web identity", () => {
        const assumeRoleWithWebIdentity = { roleArn: ROLE };
        assert.equal(identityOf({ assumeRoleWithWebIdentity }, "dvlp", {}).principal, ROLE);
        const last = "arn:aws:iam::777788889999:role/last";
        const assumeRoles = [{ roleArn: last.replace("last", "first") }, { roleArn: last }, { roleArn: "" }];
        const { principal, accountId } = identityOf({ assumeRoleWithWebIdentity, assumeRoles }, "dvlp", {});
        assert.deepEqual([principal, accountId], [last, "777788889999"]);
    });

    it("has to be of an account that is allowed and not forbidden", () => {
        const refused = { message: "AWS account ID not allowed: 444455556666" };
        const assumeRoles = [{ roleArn: ROLE }];
        assert.throws(
            () => identityOf({ assumeRoles, allowedAccountIds: ["111122223333"] }, "dvlp", {}),
            refused,
        );
        assert.throws(
            () => identityOf({ assumeRoles, forbiddenAccountIds: ["444455556666"] }, "dvlp", {}),
            refused,
        );
        const environment = { SANDBOX_ACCOUNT: "444455556666" };
        assert.throws(
            () => identityOf({ forbiddenAccountIds: ["444455556666"] }, "dvlp", environment),
            refused,
        );
        const allowed = { assumeRoles, allowedAccountIds: ["444455556666"], forbiddenAccountIds: ["1"] };
        assert.equal(identityOf(allowed, "dvlp", {}).accountId, "444455556666");
    });
});
