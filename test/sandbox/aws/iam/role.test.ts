import * as assert from "node:assert/strict";
import { role } from "../../../../sandbox/aws/iam/role";
import type { Properties } from "../../../../sandbox/cloud/values";
import { describeRefusals, PretendedCloud } from "../../pretended-cloud";
import { ACCOUNT, ClusterFixture, document, trust } from "../cluster-fixture";

const EC2 = trust("ec2.amazonaws.com");
const VIEW = document([{ Effect: "Allow", Action: "ec2:Describe*", Resource: "*" }]);

function putPolicy(cloud: PretendedCloud): Promise<unknown> {
    return cloud.create("aws:iam/rolePolicy:RolePolicy", "view", { role: "nodes", policy: VIEW });
}

describeRefusals(role, {
    EntityAlreadyExists: async (cloud) => {
        const fixture = new ClusterFixture(cloud);
        await fixture.role("nodes", EC2);
        await fixture.role("nodes", EC2);
    },
    MalformedPolicyDocument: (cloud) => new ClusterFixture(cloud).role("nodes", VIEW),
    NoSuchEntity: (cloud) =>
        cloud.create(role.type, "nodes", {
            assumeRolePolicy: EC2,
            managedPolicyArns: ["arn:aws:iam::aws:policy/AmazonEKSEverythingPolicy"],
        }),
    "DeleteConflict: inline policies": async (cloud) => {
        const made = await new ClusterFixture(cloud).role("nodes", EC2);
        await putPolicy(cloud);
        await cloud.delete(made);
    },
    "DeleteConflict: attached policies": async (cloud) => {
        const fixture = new ClusterFixture(cloud);
        const made = await fixture.role("nodes", EC2);
        await fixture.attach("nodes", "AmazonEKSWorkerNodePolicy");
        await cloud.delete(made);
    },
});

describe("a pretended role", () => {
    let cloud: PretendedCloud;
    beforeEach(() => (cloud = new PretendedCloud()));
    afterEach(() => cloud.remove());

    it("shows ids as IAM writes them, and goes without a trace", async () => {
        const made = await cloud.create(role.type, "nodes", { assumeRolePolicy: EC2, path: "/platform/" });
        assert.match(made.id, /^nodes-[0-9a-f]{7}$/);
        assert.equal(made.properties.arn, `arn:aws:iam::${ACCOUNT}:role/platform/${made.id}`);
        assert.match(String(made.properties.uniqueId), /^AROA[A-Z2-7]{17}$/);
        assert.match(String(made.properties.createDate), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
        assert.equal(made.region, "global");
        await cloud.delete(made);
        assert.deepEqual(cloud.account.all(), []);
    });

    it("fills in path and session duration", async () => {
        const { properties } = await new ClusterFixture(cloud).role("nodes", EC2);
        const { path, maxSessionDuration, managedPolicyArns } = properties;
        assert.deepEqual(
            { path, maxSessionDuration, managedPolicyArns },
            {
                path: "/",
                maxSessionDuration: 3600,
                managedPolicyArns: [],
            },
        );
    });

    it("takes its policies along when it is told to detach them", async () => {
        const made = await cloud.create(role.type, "nodes", {
            name: "nodes",
            assumeRolePolicy: EC2,
            forceDetachPolicies: true,
        });
        await putPolicy(cloud);
        await new ClusterFixture(cloud).attach("nodes", "AmazonEKSWorkerNodePolicy");
        await cloud.delete(made);
        assert.deepEqual(cloud.account.all(), []);
    });

    it("is replaced for another name or path, and updates its trust policy", () => {
        const before: Properties = { name: "nodes", path: "/", assumeRolePolicy: EC2 };
        const after: Properties = {
            name: "others",
            path: "/a/",
            assumeRolePolicy: trust("eks.amazonaws.com"),
        };
        assert.deepEqual(cloud.diff(role.type, before, after).changes, {
            name: { kind: "update", replaces: true },
            path: { kind: "update", replaces: true },
            assumeRolePolicy: { kind: "update", replaces: false },
        });
    });

    it("takes a trust policy with other spaces for the same", () => {
        const before = { assumeRolePolicy: EC2 };
        const after = { assumeRolePolicy: JSON.stringify(JSON.parse(EC2), null, 4) };
        assert.deepEqual(cloud.diff(role.type, before, after).changes, {});
    });

    it("is refused at preview with a long name, text that is not JSON or a short session", () => {
        const refused = (different: Properties, reason: RegExp): void =>
            assert.throws(() => cloud.check(role.type, "x", { assumeRolePolicy: EC2, ...different }), reason);
        refused({ name: "x".repeat(65) }, /^Error: name: /);
        refused({ assumeRolePolicy: "Allow" }, /^Error: assumeRolePolicy: /);
        refused({ maxSessionDuration: 60 }, /^Error: maxSessionDuration: /);
        assert.throws(
            () => cloud.check(role.type, "x".repeat(60), { assumeRolePolicy: EC2 }),
            /longer than maximum length 64/,
        );
    });
});
