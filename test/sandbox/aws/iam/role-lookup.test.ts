import * as assert from "node:assert/strict";
import {
    attachedPolicies,
    inlinePolicies,
    roleByArn,
    roleMay,
    roleTrusts,
} from "../../../../sandbox/aws/iam/role-lookup";
import { PretendedCloud } from "../../pretended-cloud";
import { callIn } from "../call";
import { ACCOUNT, ClusterFixture, document, trust } from "../cluster-fixture";

describe("looking a role up", () => {
    let cloud: PretendedCloud;
    let fixture: ClusterFixture;
    beforeEach(() => {
        cloud = new PretendedCloud();
        fixture = new ClusterFixture(cloud);
    });
    afterEach(() => cloud.remove());

    it("finds it by its ARN, path and account included", async () => {
        await cloud.create("aws:iam/role:Role", "a", {
            name: "a",
            path: "/platform/",
            assumeRolePolicy: trust("ec2.amazonaws.com"),
        });
        const call = callIn(cloud);
        assert.equal(roleByArn(`arn:aws:iam::${ACCOUNT}:role/platform/a`, call)?.id, "a");
        assert.equal(roleByArn(`arn:aws:iam::${ACCOUNT}:role/a`, call), undefined);
        assert.equal(roleByArn("arn:aws:iam::444455556666:role/platform/a", call), undefined);
        assert.equal(roleByArn("a", call), undefined);
    });

    it("knows whom it trusts", async () => {
        const role = await fixture.role("a", trust("ec2.amazonaws.com"));
        assert.ok(roleTrusts(role, "ec2.amazonaws.com"));
        assert.ok(!roleTrusts(role, "eks.amazonaws.com"));
    });

    it("sums up what it holds, by attachments, inline and by its own properties", async () => {
        const policy = document([{ Effect: "Allow", Action: "ec2:*", Resource: "*" }]);
        const role = await cloud.create("aws:iam/role:Role", "a", {
            name: "a",
            assumeRolePolicy: trust("ec2.amazonaws.com"),
            managedPolicyArns: ["arn:aws:iam::aws:policy/ReadOnlyAccess"],
            inlinePolicies: [{ name: "own", policy }],
        });
        await fixture.attach("a", "AmazonEKSClusterPolicy");
        const call = callIn(cloud);
        assert.deepEqual(
            attachedPolicies("a", call).map((arn) => arn.split("/")[1]),
            ["ReadOnlyAccess", "AmazonEKSClusterPolicy"],
        );
        assert.deepEqual(inlinePolicies("a", call), [policy]);
        assert.ok(roleMay(role, "ec2:RunInstances", call));
        assert.ok(!roleMay(role, "s3:GetObject", call));
    });

    it("lets a denial win", async () => {
        const role = await fixture.clusterRole();
        assert.ok(roleMay(role, "logs:CreateLogGroup", callIn(cloud)));
        await fixture.denyLogGroups();
        assert.ok(!roleMay(role, "logs:CreateLogGroup", callIn(cloud)));
        assert.ok(roleMay(role, "ec2:DescribeSubnets", callIn(cloud)));
    });
});
