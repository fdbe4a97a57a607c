import * as assert from "node:assert/strict";
import { accessEntry } from "../../../../sandbox/aws/eks/access-entry";
import type { CloudObject } from "../../../../sandbox/cloud/account";
import type { Properties } from "../../../../sandbox/cloud/values";
import { describeRefusals, PretendedCloud } from "../../pretended-cloud";
import { ACCOUNT, ClusterFixture } from "../cluster-fixture";

const PEOPLE = `arn:aws:iam::${ACCOUNT}:role/teams/people`;

function admit(cloud: PretendedCloud, different: Properties = {}): Promise<CloudObject> {
    return cloud.create(accessEntry.type, "people", {
        clusterName: "platform",
        principalArn: PEOPLE,
        ...different,
    });
}

async function onCluster(cloud: PretendedCloud, different: Properties): Promise<void> {
    await new ClusterFixture(cloud).cluster();
    await admit(cloud, different);
}

describeRefusals(accessEntry, {
    ResourceNotFoundException: (cloud) => admit(cloud),
    ResourceInUseException: async (cloud) => {
        await onCluster(cloud, {});
        await admit(cloud);
    },
    InvalidRequestException: async (cloud) => {
        await new ClusterFixture(cloud).cluster({ accessConfig: { authenticationMode: "CONFIG_MAP" } });
        await admit(cloud);
    },
    "InvalidParameterException: principal": (cloud) =>
        onCluster(cloud, { principalArn: `arn:aws:sts::${ACCOUNT}:assumed-role/people/someone` }),
    "InvalidParameterException: service-linked role": (cloud) =>
        onCluster(cloud, {
            principalArn: `arn:aws:iam::${ACCOUNT}:role/aws-service-role/eks.amazonaws.com/AWSServiceRoleForAmazonEKS`,
        }),
    "InvalidParameterException: group": (cloud) => onCluster(cloud, { kubernetesGroups: ["system:masters"] }),
});

describe("a pretended access entry", () => {
    let cloud: PretendedCloud;
    let fixture: ClusterFixture;
    beforeEach(async () => {
        cloud = new PretendedCloud();
        fixture = new ClusterFixture(cloud);
        await fixture.cluster();
    });
    afterEach(() => cloud.remove());

    it("shows the name that a role's sessions have in Kubernetes", async () => {
        const { id, properties } = await admit(cloud);
        assert.equal(id, `platform:${PEOPLE}`);
        assert.equal(properties.userName, `arn:aws:sts::${ACCOUNT}:assumed-role/people/{{SessionName}}`);
        assert.match(
            String(properties.accessEntryArn),
            /:access-entry\/platform\/role\/111122223333\/people\/[0-9a-f-]{36}$/,
        );
        assert.equal(properties.type, "STANDARD");
        assert.deepEqual(properties.kubernetesGroups, []);
    });

    it("takes its policies along", async () => {
        const entry = await admit(cloud);
        const association = "aws:eks/accessPolicyAssociation:AccessPolicyAssociation";
        await cloud.create(association, "view", {
            clusterName: "platform",
            principalArn: PEOPLE,
            policyArn: "arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy",
            accessScope: { type: "cluster" },
        });
        await cloud.delete(entry);
        assert.deepEqual(fixture.ids(association), []);
        assert.deepEqual(fixture.ids(accessEntry.type), []);
    });

    it("changes groups in place and is replaced for another principal or type", async () => {
        const before: Properties = { clusterName: "platform", principalArn: PEOPLE };
        const entry = await admit(cloud);
        const after = await cloud.update(entry, before, { ...before, kubernetesGroups: ["readers"] });
        assert.deepEqual(after.kubernetesGroups, ["readers"]);
        const diff = cloud.diff(accessEntry.type, before, {
            ...before,
            type: "EC2_LINUX",
            kubernetesGroups: ["a"],
        });
        assert.deepEqual(diff.changes, {
            type: { kind: "add", replaces: true },
            kubernetesGroups: { kind: "add", replaces: false },
        });
    });

    it("gives nodes the group and the name of nodes", async () => {
        const { properties } = await admit(cloud, { type: "EC2_LINUX" });
        assert.deepEqual(properties.kubernetesGroups, ["system:nodes"]);
        assert.equal(properties.userName, "system:node:{{EC2PrivateDNSName}}");
    });

    it("is refused at preview with a type that there is not", () => {
        assert.throws(
            () =>
                cloud.check(accessEntry.type, "x", {
                    clusterName: "a",
                    principalArn: PEOPLE,
                    type: "NORMAL",
                }),
            /^Error: type: /,
        );
    });
});
