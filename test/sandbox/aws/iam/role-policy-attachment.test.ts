import * as assert from "node:assert/strict";
import { rolePolicyAttachment } from "../../../../sandbox/aws/iam/role-policy-attachment";
import { describeRefusals, PretendedCloud } from "../../pretended-cloud";
import { ACCOUNT, ClusterFixture, trust } from "../cluster-fixture";

async function attach(cloud: PretendedCloud, ...policies: string[]): Promise<void> {
    const fixture = new ClusterFixture(cloud);
    await fixture.role("nodes", trust("ec2.amazonaws.com"));
    for (const policy of policies) await fixture.attach("nodes", policy);
}

describeRefusals(rolePolicyAttachment, {
    "NoSuchEntity: role": (cloud) => new ClusterFixture(cloud).attach("nobody", "AmazonEKSWorkerNodePolicy"),
    NoSuchEntity: (cloud) => attach(cloud, "AmazonEKSWorkerNodesPolicy"),
    ValidationError: (cloud) =>
        new ClusterFixture(cloud).attach(`arn:aws:iam::${ACCOUNT}:role/nodes`, "ReadOnlyAccess"),
    LimitExceeded: async (cloud) => {
        await attach(cloud);
        for (let i = 0; i <= 10; i++) {
            const policyArn = `arn:aws:iam::${ACCOUNT}:policy/own-${i}`;
            await cloud.create(rolePolicyAttachment.type, `own-${i}`, { role: "nodes", policyArn });
        }
    },
});

describe("a pretended attachment of a policy", () => {
    let cloud: PretendedCloud;
    beforeEach(() => (cloud = new PretendedCloud()));
    afterEach(() => cloud.remove());

    it("is known by role and policy, and its role can go after it", async () => {
        await attach(cloud, "service-role/AmazonEBSCSIDriverPolicy");
        const [made] = cloud.account.list(rolePolicyAttachment.type, "global");
        assert.equal(made.id, "nodes/arn:aws:iam::aws:policy/service-role/AmazonEBSCSIDriverPolicy");
        await cloud.delete(made);
        await cloud.delete(cloud.account.list("aws:iam/role:Role", "global")[0]);
        assert.deepEqual(cloud.account.all(), []);
    });

    it("is replaced by every change", () => {
        const changes = cloud.diff(
            rolePolicyAttachment.type,
            { role: "a", policyArn: "arn:aws:iam::aws:policy/A" },
            { role: "b", policyArn: "arn:aws:iam::aws:policy/B" },
        ).changes;
        assert.deepEqual(
            Object.values(changes).map((item) => item.replaces),
            [true, true],
        );
    });

    it("is refused at preview with a policy's name", () => {
        assert.throws(
            () => cloud.check(rolePolicyAttachment.type, "x", { role: "a", policyArn: "ReadOnlyAccess" }),
            /"policy_arn" \(ReadOnlyAccess\) is an invalid ARN/,
        );
    });
});
