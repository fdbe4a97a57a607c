import * as assert from "node:assert/strict";
import { accessPolicyAssociation } from "../../../../sandbox/aws/eks/access-policy-association";
import type { CloudObject } from "../../../../sandbox/cloud/account";
import type { Properties } from "../../../../sandbox/cloud/values";
import { describeRefusals, PretendedCloud } from "../../pretended-cloud";
import { ACCOUNT, ClusterFixture } from "../cluster-fixture";

const PEOPLE = `arn:aws:iam::${ACCOUNT}:role/people`;
const VIEW = "arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy";
const INPUTS: Properties = {
    clusterName: "platform",
    principalArn: PEOPLE,
    policyArn: VIEW,
    accessScope: { type: "cluster" },
};

function associate(cloud: PretendedCloud, different: Properties = {}): Promise<CloudObject> {
    return cloud.create(accessPolicyAssociation.type, "view", { ...INPUTS, ...different });
}

async function admitted(
    cloud: PretendedCloud,
    different: Properties,
    entry: Properties = {},
): Promise<CloudObject> {
    await new ClusterFixture(cloud).cluster();
    await cloud.create("aws:eks/accessEntry:AccessEntry", "people", {
        clusterName: "platform",
        principalArn: PEOPLE,
        ...entry,
    });
    return associate(cloud, different);
}

describeRefusals(accessPolicyAssociation, {
    ResourceNotFoundException: (cloud) => associate(cloud),
    "ResourceNotFoundException: entry": async (cloud) => {
        await new ClusterFixture(cloud).cluster();
        await associate(cloud);
    },
    "ResourceNotFoundException: policy": (cloud) =>
        admitted(cloud, { policyArn: "arn:aws:iam::aws:policy/AdministratorAccess" }),
    InvalidRequestException: (cloud) => admitted(cloud, {}, { type: "EC2_LINUX" }),
    "InvalidParameterException: scope": (cloud) => admitted(cloud, { accessScope: { type: "all" } }),
    InvalidParameterException: (cloud) => admitted(cloud, { accessScope: { type: "namespace" } }),
});

describe("a pretended access policy association", () => {
    let cloud: PretendedCloud;
    beforeEach(() => (cloud = new PretendedCloud()));
    afterEach(() => cloud.remove());

    it("is known by cluster, principal and policy, and goes without a trace", async () => {
        const made = await admitted(cloud, { accessScope: { type: "namespace", namespaces: ["team"] } });
        assert.equal(made.id, `platform#${PEOPLE}#${VIEW}`);
        assert.match(String(made.properties.associatedAt), /^\d{4}-\d\d-\d\d .* \+0000 UTC$/);
        await cloud.delete(made);
        assert.deepEqual(new ClusterFixture(cloud).ids(accessPolicyAssociation.type), []);
    });

    it("takes no namespaces for the whole cluster", async () => {
        await assert.rejects(
            admitted(cloud, { accessScope: { type: "cluster", namespaces: ["team"] } }),
            /does not take namespaces/,
        );
    });

    it("is replaced by every change but the order of namespaces", () => {
        const scope = (...namespaces: string[]): Properties => ({
            ...INPUTS,
            accessScope: { type: "namespace", namespaces },
        });
        const type = accessPolicyAssociation.type;
        assert.deepEqual(cloud.diff(type, scope("a", "b"), scope("b", "a")).changes, {});
        const changes = Object.values(cloud.diff(type, INPUTS, scope("a")).changes);
        assert.ok(changes.length > 0 && changes.every((item) => item.replaces));
    });

    it("is refused at preview with names that are none", () => {
        const refused = (different: Properties, reason: RegExp): void => {
            const check = () => cloud.check(accessPolicyAssociation.type, "x", { ...INPUTS, ...different });
            assert.throws(check, reason);
        };
        refused({ clusterName: "a.b" }, /^Error: clusterName: /);
        refused({ principalArn: "people" }, /^Error: principalArn: /);
        refused({ policyArn: "AmazonEKSViewPolicy" }, /^Error: policyArn: /);
    });
});
