import * as assert from "node:assert/strict";
import { podIdentityAssociation } from "../../../../sandbox/aws/eks/pod-identity-association";
import type { CloudObject } from "../../../../sandbox/cloud/account";
import type { Properties } from "../../../../sandbox/cloud/values";
import { describeRefusals, PretendedCloud } from "../../pretended-cloud";
import { ACCOUNT, ClusterFixture, PODS, trust } from "../cluster-fixture";

const INPUTS: Properties = {
    clusterName: "platform",
    namespace: "kube-system",
    serviceAccount: "ebs-csi-controller-sa",
    roleArn: `arn:aws:iam::${ACCOUNT}:role/pods`,
};

function associate(cloud: PretendedCloud, different: Properties = {}): Promise<CloudObject> {
    return cloud.create(podIdentityAssociation.type, "csi", { ...INPUTS, ...different });
}

async function prepared(cloud: PretendedCloud, trustPolicy = PODS): Promise<ClusterFixture> {
    const fixture = new ClusterFixture(cloud);
    await fixture.cluster();
    await fixture.role("pods", trustPolicy);
    return fixture;
}

describeRefusals(podIdentityAssociation, {
    ResourceNotFoundException: (cloud) => associate(cloud),
    "InvalidParameterException: role": async (cloud) => {
        await new ClusterFixture(cloud).cluster();
        await associate(cloud);
    },
    "InvalidParameterException: trust": async (cloud) => {
        await prepared(cloud, trust("ec2.amazonaws.com"));
        await associate(cloud);
    },
    "ResourceInUseException: association": async (cloud) => {
        await prepared(cloud);
        await associate(cloud);
        await associate(cloud);
    },
});

describe("a pretended pod identity association", () => {
    let cloud: PretendedCloud;
    beforeEach(() => (cloud = new PretendedCloud()));
    afterEach(() => cloud.remove());

    it("shows ids as EKS writes them, and goes without a trace", async () => {
        const fixture = await prepared(cloud);
        const made = await associate(cloud);
        assert.match(made.id, /^a-[a-z0-9]{17}$/);
        assert.equal(
            made.properties.associationArn,
            `arn:aws:eks:eu-central-1:${ACCOUNT}:podidentityassociation/platform/${made.id}`,
        );
        assert.deepEqual([made.properties.externalId, made.properties.disableSessionTags], ["", false]);
        await cloud.delete(made);
        assert.deepEqual(fixture.ids(podIdentityAssociation.type), []);
    });

    it("changes the role in place and is replaced for another service account", async () => {
        const fixture = await prepared(cloud);
        const made = await associate(cloud);
        await fixture.role("other", PODS);
        const roleArn = `arn:aws:iam::${ACCOUNT}:role/other`;
        assert.equal((await cloud.update(made, INPUTS, { ...INPUTS, roleArn })).roleArn, roleArn);
        const diff = cloud.diff(podIdentityAssociation.type, INPUTS, {
            ...INPUTS,
            roleArn,
            serviceAccount: "b",
        });
        assert.deepEqual(diff.changes, {
            roleArn: { kind: "update", replaces: false },
            serviceAccount: { kind: "update", replaces: true },
        });
    });

    it("has an external id only with a role behind the role, and keeps it", async () => {
        await prepared(cloud);
        const targeted = { ...INPUTS, targetRoleArn: "arn:aws:iam::444455556666:role/target" };
        const made = await associate(cloud, targeted);
        const { externalId } = made.properties;
        assert.match(String(externalId), /^[0-9a-f]{32}$/);
        assert.equal(
            (await cloud.update(made, targeted, { ...targeted, tags: { a: "b" } })).externalId,
            externalId,
        );
    });
});
