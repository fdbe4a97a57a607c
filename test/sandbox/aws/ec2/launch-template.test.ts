import * as assert from "node:assert/strict";
import { launchTemplate } from "../../../../sandbox/aws/ec2/launch-template";
import { UNKNOWN, type Properties } from "../../../../sandbox/cloud/values";
import { describeRefusals, PretendedCloud } from "../../pretended-cloud";
import { Network, REGION } from "../network-fixture";

const { type } = launchTemplate;

describeRefusals(launchTemplate, {
    "InvalidLaunchTemplateName.AlreadyExistsException": async (cloud) => {
        const network = new Network(cloud);
        await network.launchTemplate({ name: "nodes" });
        await network.launchTemplate({ name: "nodes" });
    },
    "InvalidLaunchTemplateId.VersionNotFound": async (cloud) => {
        const before = { name: "nodes" };
        const made = await new Network(cloud).launchTemplate(before);
        await cloud.update(made, before, { ...before, defaultVersion: 2 });
    },
});

const NODES = {
    name: "nodes",
    metadataOptions: { httpTokens: "required", httpPutResponseHopLimit: 1 },
    blockDeviceMappings: [
        { deviceName: "/dev/xvda", ebs: { volumeType: "gp3", volumeSize: 50, encrypted: "true" } },
    ],
    tagSpecifications: [{ resourceType: "instance", tags: { owner: "a" } }],
};

describe("a pretended launch template", () => {
    let cloud: PretendedCloud;
    let network: Network;
    beforeEach(() => {
        cloud = new PretendedCloud();
        network = new Network(cloud);
    });
    afterEach(() => cloud.remove());
    it("is made, read and deleted, and leaves nothing", async () => {
        const made = await network.launchTemplate(NODES);
        assert.match(made.id, /^lt-0[0-9a-f]{16}$/);
        const found = await cloud.read(made, NODES);
        assert.equal(found?.state.arn, `arn:aws:ec2:eu-central-1:111122223333:launch-template/${made.id}`);
        assert.deepEqual([found?.state.latestVersion, found?.state.defaultVersion], [1, 1]);
        assert.deepEqual(found?.inputs, NODES);
        await cloud.delete(made);
        assert.deepEqual(cloud.account.all(), []);
    });

    it("is named by its resource, or by a given prefix", async () => {
        const auto = await cloud.create(type, "nodes", {});
        assert.match(String(auto.properties.name), /^nodes-[0-9a-f]{7}$/);
        const prefixed = await network.launchTemplate({ namePrefix: "nodes-" });
        assert.match(String(prefixed.properties.name), /^nodes-\d{18}[0-9a-f]{8}$/);
    });

    it("gets a new version by a change of its data; the default one stays", async () => {
        const made = await network.launchTemplate(NODES);
        const after = { ...NODES, metadataOptions: { httpTokens: "required", httpPutResponseHopLimit: 2 } };
        const state = await cloud.update(made, NODES, after);
        assert.deepEqual([state.latestVersion, state.defaultVersion], [2, 1]);
        const [stored] = cloud.account.list(type, REGION);
        assert.deepEqual(Object.keys(stored.internal?.versions as Properties), ["1", "2"]);
    });

    it("moves the default along where it is told to", async () => {
        const before = { ...NODES, updateDefaultVersion: true };
        const made = await network.launchTemplate(before);
        const state = await cloud.update(made, before, { ...before, instanceType: "m7g.large" });
        assert.deepEqual([state.latestVersion, state.defaultVersion], [2, 2]);
    });

    it("takes one of its versions for the default", async () => {
        const made = await network.launchTemplate(NODES);
        const second = { ...NODES, instanceType: "m7g.large" };
        await cloud.update(made, NODES, second);
        const state = await cloud.update(made, second, { ...second, defaultVersion: 2 });
        assert.deepEqual([state.latestVersion, state.defaultVersion], [2, 2]);
    });

    it("gets no new version by a change of its tags", async () => {
        const made = await network.launchTemplate(NODES);
        const state = await cloud.update(made, NODES, { ...NODES, tags: { owner: "a" } });
        assert.equal(state.latestVersion, 1);
    });

    it("shows its latest version as unknown at preview when its data changes, the default only if it follows", async () => {
        const made = await network.launchTemplate(NODES);
        const changed = cloud.previewUpdate(made, NODES, { ...NODES, imageId: "ami-1" });
        assert.deepEqual([changed.latestVersion, changed.defaultVersion], [UNKNOWN, 1]);
        const before = { ...NODES, updateDefaultVersion: true };
        const following = cloud.previewUpdate(made, before, { ...before, imageId: "ami-1" });
        assert.deepEqual([following.latestVersion, following.defaultVersion], [UNKNOWN, UNKNOWN]);
        const described = cloud.previewUpdate(made, NODES, { ...NODES, description: "nodes" });
        assert.deepEqual([described.latestVersion, described.defaultVersion], [1, 1]);
    });

    it("names groups and images without looking at them: instances do at their start", async () => {
        const { properties } = await network.launchTemplate({
            vpcSecurityGroupIds: ["sg-nowhere"],
            imageId: "ami-nowhere",
        });
        assert.deepEqual(properties.vpcSecurityGroupIds, ["sg-nowhere"]);
    });

    it("may be deleted while nodes run from it: EKS keeps a copy and reports the loss", async () => {
        const made = await network.launchTemplate(NODES);
        network.put("aws:eks/nodeGroup:NodeGroup", "nodes", { launchTemplate: { id: made.id } });
        await cloud.delete(made);
        assert.deepEqual(cloud.account.list(type, REGION), []);
    });

    it("does not care for the order of its groups", () => {
        const before = { vpcSecurityGroupIds: ["sg-1", "sg-2"] };
        const after = { vpcSecurityGroupIds: ["sg-2", "sg-1"] };
        assert.deepEqual(cloud.diff(type, before, after).changes, {});
    });

    it("is replaced when its name changes and updated when its data does", () => {
        const { changes } = cloud.diff(type, NODES, { ...NODES, name: "others", imageId: "ami-1" });
        assert.deepEqual(changes, {
            name: { kind: "update", replaces: true },
            imageId: { kind: "add", replaces: false },
        });
    });

    it("is refused at preview with values that EC2 does not know", () => {
        const check = (inputs: Properties) => () => cloud.check(type, "nodes", { ...NODES, ...inputs });
        assert.throws(
            check({ metadataOptions: { httpTokens: "always" } }),
            /metadataOptions\.httpTokens: expected http_tokens to be one of \["optional" "required"\], got always/,
        );
        assert.throws(check({ metadataOptions: { httpPutResponseHopLimit: 65 } }), /\(1 - 64\), got 65/);
        assert.throws(
            check({ blockDeviceMappings: [{ ebs: { volumeType: "gp4" } }] }),
            /blockDeviceMappings\[0\]\.ebs\.volumeType: expected volume_type/,
        );
        assert.throws(check({ blockDeviceMappings: [{ ebs: { throughput: 100 } }] }), /throughput/);
        assert.throws(
            check({ blockDeviceMappings: [{ ebs: { kmsKeyId: "alias/a" } }] }),
            /"kms_key_id" \(alias/,
        );
        assert.throws(check({ defaultVersion: 0 }), /defaultVersion: expected default_version/);
        assert.throws(
            check({ tagSpecifications: [{ resourceType: "cluster" }] }),
            /tagSpecifications\[0\]\.resourceType: expected resource_type/,
        );
        assert.throws(
            check({ tagSpecifications: [{ resourceType: "volume", tags: { "aws:name": "a" } }] }),
            /tagSpecifications\[0\]\.tags\.aws:name: keys that begin with "aws:" are reserved/,
        );
        assert.throws(check({ defaultVersion: 1, updateDefaultVersion: true }), /conflicts with/);
    });

    it("is refused at preview with a name that is too short, too long, or has a space in it", () => {
        const check = (name: string) => () => cloud.check(type, "nodes", { name });
        assert.throws(check("ab"), /cannot be less than 3 characters/);
        assert.throws(check("x".repeat(129)), /cannot be longer than 128 characters/);
        assert.throws(check("my nodes"), /can only alphanumeric characters/);
        assert.doesNotThrow(check("core-platform/nodes_(a).1"));
        const prefixed = (namePrefix: string) => () => cloud.check(type, "nodes", { namePrefix });
        assert.throws(prefixed("x".repeat(103)), /"name_prefix" cannot be longer than 102 characters/);
    });
});
