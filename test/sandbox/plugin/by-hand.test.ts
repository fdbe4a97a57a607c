import assert from "node:assert/strict";
import type { CloudObject } from "../../../sandbox/cloud/account";
import type { Properties } from "../../../sandbox/cloud/values";
import { trailOf } from "../../../sandbox/cloud/trail";
import { ByHand } from "../../../sandbox/plugin/by-hand";
import type { Fake } from "../../../sandbox/plugin/fake";
import { aws } from "../../../sandbox/aws/package";
import { PretendedCloud } from "../pretended-cloud";
import { Network, REGION } from "../aws/network-fixture";
import { thing, tinyPackage } from "./tiny-package";

const LOG_GROUP = "aws:cloudwatch/logGroup:LogGroup";

describe("A deletion by hand", () => {
    let cloud: PretendedCloud;
    beforeEach(() => (cloud = new PretendedCloud()));
    afterEach(() => cloud.remove());

    it("takes along what the service takes along", async () => {
        const vpc = await new Network(cloud).vpc();
        await cloud.deleteByHand(vpc);
        assert.deepEqual(cloud.account.all(), []);
    });

    it("is refused with the service's sentence while something depends on the object", async () => {
        const network = new Network(cloud);
        const vpc = await network.vpc();
        await network.subnet(vpc);
        const before = cloud.account.all();
        await assert.rejects(
            cloud.deleteByHand(vpc),
            /DeleteVpc.*DependencyViolation: The vpc .* has depend/,
        );
        assert.deepEqual(cloud.account.all(), before);
    });

    it("is on record, as asked for by no resource", async () => {
        const group = await cloud.create(LOG_GROUP, "logs", {});
        await cloud.deleteByHand(group);
        const { eventName, urn, resources } = trailOf(cloud.account).at(-1)!;
        assert.deepEqual([eventName, urn, resources[0].id], ["DeleteLogGroup", undefined, group.id]);
    });

    it("does not heed what only the provider reads", async () => {
        const kept = await cloud.create(LOG_GROUP, "kept", { skipDestroy: true });
        await cloud.deleteByHand(kept);
        assert.deepEqual(cloud.account.all(), []);
        const table = await new Network(cloud).routeTable(await new Network(cloud).vpc());
        await cloud.deleteByHand(table);
        assert.equal(cloud.account.get(table.type, table.id, REGION), undefined);
    });

    it("is impossible for what comes and goes with something else", async () => {
        await new Network(cloud).vpc();
        const [acl] = cloud.account.list("aws:ec2/networkAcl:NetworkAcl", REGION);
        await assert.rejects(cloud.deleteByHand(acl), /is the service's own: it comes and goes with/);
        const main = cloud.account.list("aws:ec2/routeTable:RouteTable", REGION)[0];
        await assert.rejects(cloud.deleteByHand(main), { code: "DependencyViolation" });
    });

    it("knows IAM, which has no region", async () => {
        const trust = {
            Effect: "Allow",
            Principal: { Service: "ec2.amazonaws.com" },
            Action: "sts:AssumeRole",
        };
        const role = await cloud.create("aws:iam/role:Role", "a", {
            assumeRolePolicy: JSON.stringify({ Version: "2012-10-17", Statement: [trust] }),
            forceDetachPolicies: true,
        });
        const read = { Effect: "Allow", Action: "s3:GetObject", Resource: "*" };
        const policy = JSON.stringify({ Version: "2012-10-17", Statement: [read] });
        await cloud.create("aws:iam/rolePolicy:RolePolicy", "p", { role: role.id, policy });
        await assert.rejects(cloud.deleteByHand(role), { code: "DeleteConflict: inline policies" });
    });
});

describe("A change by hand", () => {
    let cloud: PretendedCloud;
    let group: CloudObject;
    beforeEach(async () => {
        const defaultTags = { tags: { stack: "dvlp" } };
        cloud = new PretendedCloud(aws, {
            region: REGION,
            allowedAccountIds: ["111122223333"],
            defaultTags,
        });
        group = await cloud.create(LOG_GROUP, "logs", { tags: { owner: "team" }, retentionInDays: 7 });
    });
    afterEach(() => cloud.remove());

    const edit = (object: CloudObject, changed: Properties): Promise<CloudObject> => {
        const { account } = cloud;
        const properties = { ...object.properties, ...changed };
        return account.transaction(() =>
            new ByHand(aws, account).edit(object, properties, Object.keys(changed)),
        );
    };
    const stored = (): Properties => cloud.account.list(LOG_GROUP, REGION)[0].properties;

    it("stands in the cloud, and shows at the next refresh", async () => {
        await edit(group, { retentionInDays: 30 });
        assert.equal(stored().retentionInDays, 30);
        const read = await cloud.read(group, { retentionInDays: 7 });
        assert.equal(read?.inputs.retentionInDays, 30);
    });

    it("of a tag is one of the merged tags too, and leaves the provider's default tags alone", async () => {
        await edit(group, { tags: { team: "other" } });
        assert.deepEqual(stored().tagsAll, { stack: "dvlp", team: "other" });
    });

    it("is refused for what the service itself says, and for what a thing was made with", async () => {
        await assert.rejects(edit(group, { arn: "arn:x" }), { message: /^arn: the service itself says/ });
        await assert.rejects(edit(group, { tagsAll: {} }), { message: /^tagsAll: the service itself says/ });
        await assert.rejects(edit(group, { name: "other" }), { message: /^name: a LogGroup keeps what it/ });
        await assert.rejects(edit(group, { skipDestroy: true }), {
            message: /^skipDestroy: only the provider/,
        });
        await assert.rejects(edit(group, { retention: 1 }), { message: /^unknown property "retention"/ });
        assert.deepEqual(stored(), group.properties);
    });

    it("is refused for another kind, and for a value that the type does not take", async () => {
        await assert.rejects(edit(group, { tags: "x" }), { message: "tags: expected a map, got a string" });
        await assert.rejects(edit(group, { retentionInDays: 8 }), { message: /^retentionInDays: expected/ });
        assert.deepEqual(stored(), group.properties);
    });

    it("is refused with the service's sentence where the update would be", async () => {
        const network = new Network(cloud);
        const table = await network.routeTable(await network.vpc());
        const routes = [{ cidrBlock: "0.0.0.0/0", gatewayId: "igw-0123456789abcdef0" }];
        await assert.rejects(edit(table, { routes }), /api error InvalidGatewayID.NotFound/);
    });

    it("of a property that replaces for some values alone is free for the others", async () => {
        const vpc = await new Network(cloud).vpc();
        await assert.rejects(edit(vpc, { instanceTenancy: "dedicated" }), /keeps what it was made with/);
        assert.equal((await edit(vpc, { enableDnsHostnames: true })).properties.enableDnsHostnames, true);
    });

    it("follows the rule of a type that has its own, also where no list holds the type", async () => {
        const type = "tiny:index/other:Other";
        const fake: Fake = {
            ...thing,
            type,
            editByHand: (_, changed) => ({ ...changed, seen: true }),
        };
        const pkg = {
            ...tinyPackage(),
            byHand: aws.byHand,
            anyOther: () => ({ fake, typing: { inputs: {}, outputs: [] } }),
        };
        const object: CloudObject = { type, id: "o", region: REGION, createdAt: "", properties: { a: 1 } };
        cloud.account.put(object);
        const after = new ByHand(pkg, cloud.account).edit(object, { a: 2 }, ["a"]);
        assert.deepEqual(after.properties, { a: 2, seen: true });
        assert.deepEqual(cloud.account.get(type, "o", REGION)?.properties, after.properties);
    });
});
