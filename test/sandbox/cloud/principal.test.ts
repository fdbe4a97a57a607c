import * as assert from "node:assert/strict";
import { accountOfPrincipal, isPrincipal, principalOf, userIdentity } from "../../../sandbox/cloud/principal";

const ROLE = "arn:aws:iam::111122223333:role/people/viewer";
const SESSION = "arn:aws:sts::111122223333:assumed-role/viewer/me";

describe("whoever calls AWS", () => {
    it("is whom SANDBOX_PRINCIPAL names, else a role of the account", () => {
        assert.equal(principalOf("111122223333", { SANDBOX_PRINCIPAL: ROLE }), ROLE);
        for (const environment of [{}, { SANDBOX_PRINCIPAL: "" }])
            assert.equal(principalOf("111122223333", environment), "arn:aws:iam::111122223333:role/sandbox");
    });

    it("is a user, a role, a session or an account, and nothing else", () => {
        for (const arn of [
            ROLE,
            SESSION,
            "arn:aws:iam::111122223333:user/a",
            "arn:aws:iam::111122223333:root",
        ])
            assert.ok(isPrincipal(arn), arn);
        for (const text of ["viewer", "arn:aws:iam::1:role/x", "arn:aws:s3:::bucket", `${ROLE} `, "*"])
            assert.ok(!isPrincipal(text), text);
        assert.equal(accountOfPrincipal(ROLE), "111122223333");
        assert.equal(accountOfPrincipal(""), "");
    });

    it("calls by a session when it is a role, which loses its path", () => {
        assert.deepEqual(userIdentity(ROLE), {
            type: "AssumedRole",
            arn: "arn:aws:sts::111122223333:assumed-role/viewer/core-platform-sandbox",
            accountId: "111122223333",
        });
        assert.equal(userIdentity(SESSION).arn, SESSION);
        assert.equal(userIdentity("arn:aws:iam::111122223333:user/a").type, "IAMUser");
        assert.equal(userIdentity("arn:aws:iam::111122223333:root").type, "Root");
    });
});
