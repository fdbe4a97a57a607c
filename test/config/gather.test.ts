import assert from "node:assert/strict";
import type { ConfigIssue } from "../../config";
import { gatherValues } from "../../config/gather";
import { BROKEN } from "../../config/read-tree";

function gather(values: Record<string, string>, secretKeys: string[] = []) {
    const issues: ConfigIssue[] = [];
    return { gathered: gatherValues(values, secretKeys, issues), issues };
}

describe("config/gather", () => {
    it("parses objects and lists and leaves all other text as it is", () => {
        const { gathered, issues } = gather({
            "core-platform:network": '{"zones":["a"]}',
            "core-platform:list": "[1]",
            "core-platform:owner": "team",
            "core-platform:protect": "true",
            "core-platform:number": "7",
        });
        assert.deepEqual(gathered, {
            network: { zones: ["a"] },
            list: [1],
            owner: "team",
            protect: "true",
            number: "7",
        });
        assert.deepEqual(issues, []);
    });

    it("leaves text that only begins like an object to the schema", () => {
        assert.deepEqual(gather({ "core-platform:network": "{zones: [a]" }).gathered, {
            network: "{zones: [a]",
        });
    });

    it("refuses keys of other namespaces and says which key is read", () => {
        for (const [key, place] of [
            ["aws:region", "aws.region"],
            ["aws:allowedAccountIds", "aws.accountId"],
            ["aws:assumeRole", "aws.deployerRoleArn"],
            ["aws:assumeRoles", "aws.deployerRoleArn"],
            ["aws:defaultTags", "owner"],
            ["core-plattform:netwrok", "network"],
        ]) {
            assert.deepEqual(gather({ [key]: "x" }).issues, [
                {
                    key,
                    value: "x",
                    problem: "is not read: only keys of the namespace core-platform are",
                    remedy: `Remove it; this platform reads core-platform:${place}.`,
                },
            ]);
        }
        assert.equal(gather({ "kubernetes:enableServerSideApply": "x" }).issues[0].remedy, "Remove it.");
    });

    it("leaves the engine's own keys to the engine, and no others of its namespace", () => {
        const values = { "pulumi:tags": "{}", "pulumi:disable-default-providers": '["aws"]' };
        assert.deepEqual(gather(values), { gathered: {}, issues: [] });
        assert.equal(gather({ "pulumi:autonaming": "{}" }).issues.length, 1);
    });

    it("refuses a secret and shows nothing of it, in any namespace", () => {
        const values = { "core-platform:owner": "hunter2", "aws:secretKey": "hunter3" };
        const { gathered, issues } = gather(values, Object.keys(values));
        assert.deepEqual(gathered, { owner: BROKEN });
        assert.deepEqual(issues[0], {
            key: "core-platform:owner",
            value: "[secret]",
            problem: "is a secret: this configuration holds none",
            remedy: "Keep it in AWS Secrets Manager and write its ARN.",
        });
        assert.equal(issues[1].value, "[secret]");
    });
});
