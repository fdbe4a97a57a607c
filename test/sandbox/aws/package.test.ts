import * as assert from "node:assert/strict";
import { fakes, functions } from "../../../sandbox/aws/fakes";
import { aws } from "../../../sandbox/aws/package";
import { UNKNOWN } from "../../../sandbox/cloud/values";
import { PretendedCloud } from "../pretended-cloud";

const URN = "urn:pulumi:dvlp::core-platform::aws:iam/role:Role::a";
const TRUST = JSON.stringify({
    Statement: [{ Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" }],
});

describe("the stand-in for the aws provider", () => {
    it("needs a region", () => {
        assert.throws(() => aws.configure({}, "dvlp"), /region is required/);
        assert.throws(() => aws.configure({ region: UNKNOWN }, "dvlp"), /region is required/);
    });

    it("takes account and default tags from the provider's configuration", () => {
        const defaultTags = { tags: { owner: "platform" } };
        const inputs = { region: "eu-central-1", allowedAccountIds: ["111122223333"], defaultTags };
        assert.deepEqual(aws.configure(inputs, "dvlp"), {
            stack: "dvlp",
            accountId: "111122223333",
            principal: "arn:aws:iam::111122223333:role/sandbox",
            partition: "aws",
            region: "eu-central-1",
            defaultTags: { owner: "platform" },
        });
    });

    it("words a refusal as the provider does", () => {
        const message = aws.describe({
            urn: URN,
            service: "EKS",
            operation: "CreateCluster",
            status: 409,
            code: "ResourceInUseException",
            sentence: "Cluster already exists with name: a",
        });
        assert.match(
            message,
            /^operation error EKS: CreateCluster, https response error StatusCode: 409, RequestID: [0-9a-f-]{36}, api error ResourceInUseException: Cluster already exists with name: a$/,
        );
    });

    it("keeps IAM apart from regions", () => {
        assert.ok(aws.isGlobal("aws:iam/role:Role"));
        assert.ok(!aws.isGlobal("aws:eks/cluster:Cluster"));
    });

    it("shows region and merged tags on what it makes", async () => {
        const defaultTags = { tags: { owner: "platform", stack: "dvlp" } };
        const cloud = new PretendedCloud(aws, { region: "eu-central-1", defaultTags });
        try {
            const { properties } = await cloud.create("aws:iam/role:Role", "a", {
                assumeRolePolicy: TRUST,
                tags: { owner: "team" },
            });
            assert.deepEqual(properties.tagsAll, { owner: "team", stack: "dvlp" });
            const key = await cloud.create("aws:kms/key:Key", "key", {});
            assert.equal(key.properties.region, "eu-central-1");
        } finally {
            cloud.remove();
        }
    });

    it("knows every type and function once, each with typings", () => {
        const types = fakes.map((fake) => fake.type);
        assert.deepEqual([...new Set(types)], types);
        for (const type of types) assert.ok(type in aws.typings.resources, type);
        for (const known of functions) assert.ok(known.token in aws.typings.functions, known.token);
    });

    it("answers every output of a type that the pretended service computes", async () => {
        // Outputs that the provider leaves unset too are written down here, so that a new one is looked at.
        const unset: Record<string, string[]> = {
            "aws:kms/key:Key": ["customKeyStoreId", "deletionWindowInDays", "tags", "xksKeyId"],
        };
        const cloud = new PretendedCloud();
        try {
            const { properties } = await cloud.create("aws:kms/key:Key", "key", {});
            const { outputs } = aws.typings.resources["aws:kms/key:Key"];
            assert.deepEqual(
                outputs.filter((name) => !(name in properties)).sort(),
                unset["aws:kms/key:Key"],
            );
        } finally {
            cloud.remove();
        }
    });

    it("knows no region that AWS does not have", () => {
        assert.throws(
            () => aws.configure({ region: "eu-centrl-1" }, "dvlp"),
            /invalid AWS Region: eu-centrl-1/,
        );
    });

    it("makes a resource anew when the provider's region changes, but not what belongs to no region", () => {
        const elsewhere = aws.configure({ region: "eu-west-1" }, "dvlp");
        const state = { region: "eu-central-1" };
        assert.deepEqual(aws.moved?.("aws:ec2/vpc:Vpc", state, {}, elsewhere), {
            region: { kind: "update", replaces: true },
        });
        assert.deepEqual(aws.moved?.("aws:iam/role:Role", state, {}, elsewhere), {});
        assert.deepEqual(aws.moved?.("aws:ec2/vpc:Vpc", { region: "eu-west-1" }, {}, elsewhere), {
            region: undefined,
        });
    });

    it("puts a resource into the region that it names, and finds its references there", async () => {
        const cloud = new PretendedCloud(aws, {
            region: "eu-central-1",
            allowedAccountIds: ["111122223333"],
        });
        const elsewhere = { region: "eu-west-1" };
        try {
            const vpc = await cloud.create("aws:ec2/vpc:Vpc", "v", {
                cidrBlock: "10.0.0.0/16",
                ...elsewhere,
            });
            assert.deepEqual([vpc.region, vpc.properties.region], ["eu-west-1", "eu-west-1"]);
            assert.match(String(vpc.properties.arn), /^arn:aws:ec2:eu-west-1:/);
            const subnet = { vpcId: vpc.id, cidrBlock: "10.0.0.0/24" };
            await assert.rejects(cloud.create("aws:ec2/subnet:Subnet", "s", subnet), {
                code: "InvalidVpcID.NotFound",
            });
            const made = await cloud.create("aws:ec2/subnet:Subnet", "s", { ...subnet, ...elsewhere });
            assert.match(String(made.properties.availabilityZone), /^eu-west-1[a-c]$/);
            assert.throws(
                () => cloud.check("aws:ec2/vpc:Vpc", "v", { cidrBlock: "10.0.0.0/16", region: "eu-wst-1" }),
                /region: invalid AWS Region: eu-wst-1/,
            );
        } finally {
            cloud.remove();
        }
    });

    it("makes a resource anew for another region of its own, and takes no notice when it names its own", () => {
        const caller = aws.configure({ region: "eu-central-1" }, "dvlp");
        const moved = (after: string): unknown =>
            aws.moved?.("aws:ec2/vpc:Vpc", { region: "eu-central-1" }, { region: after }, caller);
        assert.deepEqual(moved("eu-west-1"), { region: { kind: "update", replaces: true } });
        assert.deepEqual(moved("eu-central-1"), { region: undefined });
    });

    it("finds an object in the region that its state names, wherever the provider works by now", async () => {
        const cloud = new PretendedCloud(aws, { region: "eu-central-1" });
        try {
            const key = await cloud.create("aws:kms/key:Key", "key", {});
            cloud.configure({ region: "eu-west-1" });
            assert.notEqual(await cloud.read(key), undefined);
            await cloud.delete(key);
            assert.deepEqual(cloud.account.all(), []);
        } finally {
            cloud.remove();
        }
    });
});
