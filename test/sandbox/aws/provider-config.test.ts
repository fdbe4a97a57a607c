import assert from "node:assert/strict";
import { checkProvider } from "../../../sandbox/aws/provider-config";
import { UNKNOWN, type Properties } from "../../../sandbox/cloud/values";

const ROLE = "arn:aws:iam::111122223333:role/deployer";

const reasons = (inputs: Properties): string[] => checkProvider(inputs).map(({ reason }) => reason);

describe("The configuration of the aws provider", () => {
    it("may hold what says nothing here, and what is unknown", () => {
        const accepted: Properties = {
            accessKey: "AKIA",
            profile: "work",
            skipCredentialsValidation: true,
            maxRetries: 3,
            endpoints: [],
            tagPolicyCompliance: "disabled",
            assumeRoles: [{ roleArn: ROLE, sessionName: "ci", duration: "1h30m" }, { roleArn: UNKNOWN }],
        };
        assert.deepEqual(reasons(accepted), []);
        assert.deepEqual(reasons({ assumeRoles: UNKNOWN, assumeRoleWithWebIdentity: UNKNOWN }), []);
    });

    it("names roles by the ARN of a role", () => {
        const wrong: [string, RegExp][] = [
            ["deployer", /is an invalid ARN: arn: invalid prefix/],
            ["arn:aws:iam::111122223333:user/me", /names no role of an account/],
            ["arn:aws:s3:::bucket", /names no role of an account/],
        ];
        for (const [roleArn, reason] of wrong) {
            const both: Properties[] = [
                { assumeRoles: [{ roleArn }] },
                { assumeRoleWithWebIdentity: { roleArn } },
            ];
            for (const inputs of both) {
                assert.equal(reasons(inputs).length, 1, roleArn);
                assert.match(reasons(inputs)[0], reason);
            }
        }
    });

    it("lets sessions last for a quarter of an hour to twelve hours, under a name of 2 to 64 characters", () => {
        const of = (settings: Properties): string[] =>
            reasons({ assumeRoles: [{ roleArn: ROLE, ...settings }] });
        for (const duration of ["15m", "12h", "900s", "1h0.5m"])
            assert.deepEqual(of({ duration }), [], duration);
        for (const duration of ["14m", "12h1s", "900", "an hour", "1h x"])
            assert.match(of({ duration })[0], /between 15 minutes \(15m\) and 12 hours \(12h\)/, duration);
        assert.match(of({ sessionName: "x" })[0], /session_name to be in the range \(2 - 64\)/);
    });

    it("cannot send calls elsewhere, nor ask for tag policies", () => {
        assert.match(
            reasons({ endpoints: [{ ec2: "http://localhost:4566" }] })[0],
            /does not act on "endpoints"/,
        );
        assert.match(reasons({ tagPolicyCompliance: "error" })[0], /does not act on "tagPolicyCompliance"/);
    });
});
