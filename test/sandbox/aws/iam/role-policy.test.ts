import * as assert from "node:assert/strict";
import { rolePolicy } from "../../../../sandbox/aws/iam/role-policy";
import type { CloudObject } from "../../../../sandbox/cloud/account";
import type { Properties } from "../../../../sandbox/cloud/values";
import { describeRefusals, PretendedCloud } from "../../pretended-cloud";
import { ClusterFixture, document, trust } from "../cluster-fixture";

const VIEW = document([{ Effect: "Allow", Action: ["ec2:Describe*"], Resource: "*" }]);

async function put(cloud: PretendedCloud, policy: string): Promise<CloudObject> {
    await new ClusterFixture(cloud).role("nodes", trust("ec2.amazonaws.com"));
    return cloud.create(rolePolicy.type, "view", { name: "view", role: "nodes", policy });
}

describeRefusals(rolePolicy, {
    NoSuchEntity: (cloud) => cloud.create(rolePolicy.type, "view", { role: "nobody", policy: VIEW }),
    MalformedPolicyDocument: (cloud) => put(cloud, document([{ Effect: "Allow", Action: "ec2:*" }])),
    LimitExceeded: (cloud) =>
        put(cloud, document([{ Effect: "Allow", Action: "ec2:*", Resource: "x".repeat(10_240) }])),
});

describe("a pretended inline policy", () => {
    let cloud: PretendedCloud;
    beforeEach(() => (cloud = new PretendedCloud()));
    afterEach(() => cloud.remove());

    it("is known by role and name, and its role can go after it", async () => {
        const made = await put(cloud, VIEW);
        assert.equal(made.id, "nodes:view");
        await cloud.delete(made);
        await cloud.delete(cloud.account.list("aws:iam/role:Role", "global")[0]);
        assert.deepEqual(cloud.account.all(), []);
    });

    it("is updated for another document and replaced for another role", async () => {
        const made = await put(cloud, VIEW);
        const before = { name: "view", role: "nodes", policy: VIEW };
        const deny = document([{ Effect: "Deny", Action: "logs:CreateLogGroup", Resource: "*" }]);
        assert.equal((await cloud.update(made, before, { ...before, policy: deny })).policy, deny);
        assert.deepEqual(
            cloud.diff(rolePolicy.type, before, { ...before, policy: deny, role: "other" }).changes,
            {
                policy: { kind: "update", replaces: false },
                role: { kind: "update", replaces: true },
            },
        );
        const same = document([{ Resource: ["*"], Action: "ec2:Describe*", Effect: "Allow" }]);
        assert.deepEqual(cloud.diff(rolePolicy.type, before, { ...before, policy: same }).changes, {});
    });

    it("gets a name from a prefix, as the provider makes it", async () => {
        await put(cloud, VIEW);
        const inputs = { namePrefix: "view-", role: "nodes", policy: VIEW };
        assert.match((await cloud.create(rolePolicy.type, "x", inputs)).id, /^nodes:view-\d{18}[0-9a-f]{8}$/);
    });

    it("is refused at preview with names that IAM does not take", () => {
        const refused = (different: Properties, reason: RegExp): void => {
            const check = () => cloud.check(rolePolicy.type, "x", { role: "a", policy: VIEW, ...different });
            assert.throws(check, reason);
        };
        refused({ name: "a b" }, /^Error: name: name has/);
        refused(
            { name: "a".repeat(129) },
            /^Error: name: expected length of name to be in the range \(1 - 128\)/,
        );
        refused({ namePrefix: "a".repeat(103) }, /name_prefix to be in the range \(1 - 102\)/);
        refused({ name: "a", namePrefix: "b" }, /name: conflicts with name_prefix/);
        refused({ role: "a".repeat(129) }, /role to be in the range/);
    });

    it("is refused at preview with a role's ARN or text that is not JSON", () => {
        assert.throws(
            () => cloud.check(rolePolicy.type, "x", { role: "arn:aws:iam::1:role/a", policy: VIEW }),
            /takes the role's name/,
        );
        assert.throws(
            () => cloud.check(rolePolicy.type, "x", { role: "a", policy: "Deny" }),
            /^Error: policy: /,
        );
    });
});
