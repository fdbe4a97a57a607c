import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { cluster } from "../../../../sandbox/aws/eks/cluster";
import type { CloudObject } from "../../../../sandbox/cloud/account";
import { UNKNOWN, type Properties } from "../../../../sandbox/cloud/values";
import { describeRefusals, PretendedCloud } from "../../pretended-cloud";
import { ACCOUNT, ClusterFixture, REGION, trust } from "../cluster-fixture";

const vpcConfig = { subnetIds: ["subnet-a", "subnet-b"] };
const LOG_GROUP = "aws:cloudwatch/logGroup:LogGroup";
const SECURITY_GROUP = "aws:ec2/securityGroup:SecurityGroup";

async function create(cloud: PretendedCloud, different: Properties): Promise<unknown> {
    return new ClusterFixture(cloud).cluster(different);
}

async function change(cloud: PretendedCloud, from: Properties, to: Properties): Promise<Properties> {
    const fixture = new ClusterFixture(cloud);
    const made = await fixture.cluster(from);
    return cloud.update(made, fixture.clusterInputs(from), fixture.clusterInputs(to));
}

describeRefusals(cluster, {
    ResourceInUseException: async (cloud) => {
        const fixture = new ClusterFixture(cloud);
        await fixture.cluster();
        await fixture.onlyCluster();
    },
    "ResourceInUseException: node groups": async (cloud) => {
        const fixture = new ClusterFixture(cloud);
        const made = await fixture.readyForNodes();
        await fixture.nodeGroup();
        await cloud.delete(made);
    },
    InvalidRequestException: async (cloud) => {
        const made = await new ClusterFixture(cloud).cluster({ deletionProtection: true });
        await cloud.delete(made);
    },
    version: (cloud) => create(cloud, { version: "1.29" }),
    "version step": (cloud) => change(cloud, { version: "1.33" }, { version: "1.35" }),
    "authentication mode step": (cloud) =>
        change(cloud, {}, { accessConfig: { authenticationMode: "API_AND_CONFIG_MAP" } }),
    role: async (cloud) => {
        const fixture = new ClusterFixture(cloud);
        fixture.network();
        await fixture.role("control-plane", trust("ec2.amazonaws.com"));
        await fixture.onlyCluster();
    },
    "role policy": async (cloud) => {
        const fixture = new ClusterFixture(cloud);
        fixture.network();
        await fixture.role("control-plane", trust("eks.amazonaws.com"));
        await fixture.onlyCluster();
    },
    "encryption key": (cloud) =>
        create(cloud, {
            encryptionConfig: {
                provider: { keyArn: `arn:aws:kms:${REGION}:${ACCOUNT}:key/none` },
                resources: ["secrets"],
            },
        }),
    subnet: (cloud) => create(cloud, { vpcConfig: { subnetIds: ["subnet-a", "subnet-none"] } }),
    zones: (cloud) => create(cloud, { vpcConfig: { subnetIds: ["subnet-a"] } }),
    "one VPC": (cloud) => create(cloud, { vpcConfig: { subnetIds: ["subnet-b", "subnet-far"] } }),
    "security group": (cloud) =>
        create(cloud, { vpcConfig: { ...vpcConfig, securityGroupIds: ["sg-none"] } }),
    "security group VPC": async (cloud) => {
        const fixture = new ClusterFixture(cloud);
        fixture.put(SECURITY_GROUP, "sg-far", { vpcId: "vpc-2" });
        await fixture.cluster({ vpcConfig: { ...vpcConfig, securityGroupIds: ["sg-far"] } });
    },
    "no endpoint": (cloud) => create(cloud, { vpcConfig: { ...vpcConfig, endpointPublicAccess: false } }),
    "private ranges": (cloud) =>
        create(cloud, { vpcConfig: { ...vpcConfig, publicAccessCidrs: ["10.1.0.0/16"] } }),
});

describe("a pretended EKS cluster", () => {
    let cloud: PretendedCloud;
    let fixture: ClusterFixture;
    beforeEach(() => {
        cloud = new PretendedCloud();
        fixture = new ClusterFixture(cloud);
    });
    afterEach(() => cloud.remove());

    async function removeAll(made: CloudObject): Promise<void> {
        await cloud.delete(made);
        for (const type of [
            "aws:iam/rolePolicy:RolePolicy",
            "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
        ])
            for (const object of cloud.account.list(type, "global")) await cloud.delete(object);
        for (const object of cloud.account.list("aws:iam/role:Role", "global")) await cloud.delete(object);
    }

    it("shows names, endpoint and issuer as EKS writes them", async () => {
        const { id, properties } = await fixture.cluster();
        assert.equal(id, "platform");
        assert.equal(properties.arn, `arn:aws:eks:${REGION}:${ACCOUNT}:cluster/platform`);
        assert.match(
            String(properties.endpoint),
            /^https:\/\/[0-9A-F]{32}\.gr7\.eu-central-1\.eks\.amazonaws\.com$/,
        );
        assert.match(
            JSON.stringify(properties.identities),
            /"issuer":"https:\/\/oidc\.eks\.eu-central-1\.amazonaws\.com\/id\/[0-9A-F]{32}"/,
        );
        assert.match(String(properties.createdAt), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
        const { data } = properties.certificateAuthority as { data: string };
        assert.match(Buffer.from(data, "base64").toString(), /^-----BEGIN CERTIFICATE-----\n/);
    });

    it("fills in what EKS fills in", async () => {
        const { properties } = await fixture.cluster({ version: null, vpcConfig });
        assert.equal(properties.version, "1.35");
        assert.equal(properties.deletionProtection, false);
        assert.deepEqual(properties.upgradePolicy, { supportType: "EXTENDED" });
        const { clusterSecurityGroupId, ...rest } = properties.vpcConfig as Properties;
        assert.match(String(clusterSecurityGroupId), /^sg-0[0-9a-f]{16}$/);
        assert.deepEqual(rest, {
            subnetIds: ["subnet-a", "subnet-b"],
            securityGroupIds: [],
            endpointPrivateAccess: false,
            endpointPublicAccess: true,
            publicAccessCidrs: ["0.0.0.0/0"],
            controlPlaneEgressMode: "AWS_MANAGED",
            vpcId: "vpc-1",
        });
    });

    it("makes a security group that is nobody's, and takes it and what stands on the cluster with it", async () => {
        const made = await fixture.cluster();
        const [group] = cloud.account.list(SECURITY_GROUP, REGION);
        assert.match(String(group.properties.name), /^eks-cluster-sg-platform-\d{10}$/);
        assert.equal(group.urn, undefined);
        assert.equal((group.properties.tags as Properties)["aws:eks:cluster-name"], "platform");
        await fixture.addonsBeforeNodes();
        await cloud.create("aws:eks/accessEntry:AccessEntry", "people", {
            clusterName: "platform",
            principalArn: `arn:aws:iam::${ACCOUNT}:role/people`,
        });
        await removeAll(made);
        assert.deepEqual(fixture.left(), []);
    });

    it("goes up by one minor version and never down", async () => {
        const after = await change(cloud, { version: "1.33" }, { version: "1.34" });
        assert.equal(after.version, "1.34");
        const [made] = cloud.account.list(cluster.type, REGION);
        await assert.rejects(
            cloud.update(made, fixture.clusterInputs(), fixture.clusterInputs({ version: "1.33" })),
            /InvalidParameterException: Unsupported Kubernetes minor version update from 1.34 to 1.33/,
        );
    });

    it("replaces itself for a new role or name, and updates for versions, subnets, logs and access", () => {
        const before = fixture.clusterInputs();
        const replaced = (after: Properties): boolean =>
            Object.values(cloud.diff(cluster.type, before, { ...before, ...after }).changes).some(
                (item) => item.replaces,
            );
        assert.ok(replaced({ roleArn: "arn:aws:iam::111122223333:role/other" }));
        assert.ok(replaced({ name: "other" }));
        assert.ok(replaced({ bootstrapSelfManagedAddons: true }));
        assert.ok(!replaced({ version: "1.35" }));
        assert.ok(!replaced({ vpcConfig: { subnetIds: ["subnet-a", "subnet-b", "subnet-c"] } }));
        assert.ok(!replaced({ enabledClusterLogTypes: ["audit"] }));
        const keyed = { ...before, encryptionConfig: { provider: { keyArn: "a" }, resources: ["secrets"] } };
        const taken = cloud.diff(cluster.type, keyed, before).changes;
        assert.equal(taken.encryptionConfig.replaces, true);
        const added = cloud.diff(cluster.type, before, keyed).changes;
        assert.equal(added.encryptionConfig.replaces, false);
    });

    it("replaces itself for another role of Auto Mode's nodes, not for a first one, nor for hybrid nodes", () => {
        const withRole = (arn?: string): Properties => ({
            computeConfig: { enabled: true, ...(arn !== undefined && { nodeRoleArn: arn }) },
        });
        const changes = (before: Properties, after: Properties): Record<string, boolean> =>
            Object.fromEntries(
                Object.entries(cloud.diff(cluster.type, before, after).changes).map(([path, change]) => [
                    path,
                    change.replaces,
                ]),
            );
        assert.deepEqual(changes(withRole("a"), withRole("b")), { "computeConfig.nodeRoleArn": true });
        assert.deepEqual(changes(withRole(), withRole("b")), { "computeConfig.nodeRoleArn": false });
        assert.deepEqual(changes(withRole("a"), {}), { computeConfig: false });
        const remoteNodeNetworks = { cidrs: ["10.80.0.0/16"] };
        assert.deepEqual(changes({}, { remoteNetworkConfig: { remoteNodeNetworks } }), {
            remoteNetworkConfig: false,
        });
    });

    it("takes subnets and log types in another order for the same", () => {
        const before = fixture.clusterInputs({ enabledClusterLogTypes: ["api", "audit"], vpcConfig });
        const after = {
            ...before,
            enabledClusterLogTypes: ["audit", "api"],
            vpcConfig: { subnetIds: ["subnet-b", "subnet-a"] },
        };
        assert.deepEqual(cloud.diff(cluster.type, before, after).changes, {});
    });

    it("keeps a refresh quiet about what EKS added to the VPC configuration", async () => {
        const inputs = fixture.clusterInputs();
        const made = await fixture.cluster();
        const read = await cloud.read(made, inputs);
        assert.deepEqual(read?.inputs, inputs);
    });

    it("admits its creator only when it is told to", async () => {
        await fixture.cluster();
        assert.deepEqual(fixture.ids("aws:eks/accessEntry:AccessEntry"), []);
        await fixture.onlyCluster({ name: "open", accessConfig: { authenticationMode: "API" } });
        const principal = `arn:aws:iam::${ACCOUNT}:role/sandbox`;
        assert.deepEqual(fixture.ids("aws:eks/accessEntry:AccessEntry"), [`open:${principal}`]);
        assert.deepEqual(fixture.ids("aws:eks/accessPolicyAssociation:AccessPolicyAssociation"), [
            `open#${principal}#arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy`,
        ]);
    });

    it("makes its own log group when there is none", async () => {
        await fixture.cluster({ enabledClusterLogTypes: ["audit"] });
        const [group] = cloud.account.list(LOG_GROUP, REGION);
        assert.equal(group.id, "/aws/eks/platform/cluster");
        assert.equal(group.properties.retentionInDays, 0);
        assert.equal(group.urn, undefined);
    });

    async function destroyWithLogs(denied: boolean): Promise<void> {
        fixture.network();
        await fixture.clusterRole();
        if (denied) await fixture.denyLogGroups();
        const group = await cloud.create(LOG_GROUP, "logs", {
            name: "/aws/eks/platform/cluster",
            retentionInDays: 14,
        });
        const made = await fixture.onlyCluster({ enabledClusterLogTypes: ["api", "audit"] });
        await removeAll(made);
        await cloud.delete(group);
    }

    it("makes its log group again after the destroy, without an end to what it keeps", async () => {
        await destroyWithLogs(false);
        const [left] = cloud.account.list(LOG_GROUP, REGION);
        assert.equal(left.id, "/aws/eks/platform/cluster");
        assert.equal(left.urn, undefined);
        assert.equal(left.properties.retentionInDays, 0);
    });

    it("leaves nothing behind when its role may not make log groups", async () => {
        await destroyWithLogs(true);
        assert.deepEqual(fixture.left(), []);
    });

    it("says at a preview what only EKS knows of the VPC configuration", () => {
        const shown = cloud.previewCreate(cluster.type, "platform", fixture.clusterInputs());
        const { vpcId, clusterSecurityGroupId } = shown.vpcConfig as Properties;
        assert.deepEqual([vpcId, clusterSecurityGroupId, shown.endpoint], [UNKNOWN, UNKNOWN, UNKNOWN]);
    });

    it("is refused at preview with a name, a log type, a mode or a range that there is not", () => {
        const refused = (different: Properties, reason: RegExp): void =>
            assert.throws(
                () => cloud.check(cluster.type, "platform", fixture.clusterInputs(different)),
                reason,
            );
        refused({ name: "-x" }, /^Error: name: /);
        refused({ enabledClusterLogTypes: ["audits"] }, /enabledClusterLogTypes\[0\]: expected/);
        refused({ accessConfig: { authenticationMode: "IAM" } }, /accessConfig.authenticationMode: expected/);
        refused(
            { vpcConfig: { ...vpcConfig, publicAccessCidrs: ["1.2.3.4/16"] } },
            /publicAccessCidrs\[0\]: /,
        );
    });

    it("hands out the cluster of a kubeconfig when SANDBOX_KUBECONFIG names one", async () => {
        const folder = fs.mkdtempSync(path.join(os.tmpdir(), "core-platform-kubeconfig-"));
        const file = path.join(folder, "config");
        const clusters = [
            {
                name: "kind",
                cluster: { server: "https://127.0.0.1:6443", "certificate-authority-data": "Y2E=" },
            },
        ];
        const contexts = [{ name: "kind", context: { cluster: "kind", user: "kind" } }];
        const users = [{ name: "kind", user: { token: "t" } }];
        fs.writeFileSync(file, JSON.stringify({ "current-context": "kind", clusters, contexts, users }));
        process.env.SANDBOX_KUBECONFIG = file;
        try {
            const { properties } = await fixture.cluster();
            assert.equal(properties.endpoint, "https://127.0.0.1:6443");
            assert.deepEqual(properties.certificateAuthority, { data: "Y2E=" });
            fs.writeFileSync(file, JSON.stringify({ clusters }));
            await assert.rejects(fixture.onlyCluster({ name: "other" }), /config has no current-context/);
        } finally {
            delete process.env.SANDBOX_KUBECONFIG;
            fs.rmSync(folder, { recursive: true });
        }
    });
});
