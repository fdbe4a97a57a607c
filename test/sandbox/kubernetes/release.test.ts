import * as assert from "node:assert/strict";
import { UNKNOWN, type Properties } from "../../../sandbox/cloud/values";
import { namespace } from "../../../sandbox/kubernetes/namespace";
import { release } from "../../../sandbox/kubernetes/release";
import { NotReadyError } from "../../../sandbox/plugin/refusal";
import { describeRefusals, type PretendedCloud } from "../pretended-cloud";
import { deleteCluster, dismiss, newCluster } from "./pretended-cluster";

const REPOSITORY = "https://kubernetes-sigs.github.io/metrics-server/";

const inputs = (changes: Properties = {}): Properties => ({
    name: "metrics-server",
    namespace: "default",
    chart: "metrics-server",
    version: "3.13.1",
    repositoryOpts: { repo: REPOSITORY },
    compat: "true",
    ...changes,
});

const install = (cloud: PretendedCloud, changes: Properties = {}): ReturnType<PretendedCloud["create"]> =>
    cloud.create(release.type, "metrics", inputs(changes));

/** Takes the nodes away, so that nothing gets ready any more. */
function takeNodes(cloud: PretendedCloud): void {
    for (const group of cloud.account.list("aws:eks/nodeGroup:NodeGroup", "eu-central-1"))
        cloud.account.remove(group);
}

describeRefusals(
    release,
    {
        Forbidden: async (cloud) => {
            dismiss(cloud);
            await install(cloud);
        },
        UnreachableWrite: async (cloud) => {
            deleteCluster(cloud);
            await install(cloud);
        },
        UnreachableRead: async (cloud) => {
            const made = await install(cloud);
            deleteCluster(cloud);
            await cloud.read(made);
        },
        UnreachableDelete: async (cloud) => {
            const made = await install(cloud);
            deleteCluster(cloud);
            await cloud.delete(made);
        },
        InvalidName: (cloud) => install(cloud, { name: "x".repeat(54) }),
        NameInUse: async (cloud) => {
            await install(cloud);
            await install(cloud);
        },
        Owned: async (cloud) => {
            await install(cloud);
            await install(cloud, { name: "metrics-server-2" });
        },
        NoNamespace: (cloud) => install(cloud, { namespace: "apps" }),
        Uninstalled: (cloud) => {
            takeNodes(cloud);
            return install(cloud, { atomic: true });
        },
        NotAvailable: (cloud) => {
            takeNodes(cloud);
            return install(cloud);
        },
        NotUpgraded: async (cloud) => {
            const made = await install(cloud);
            takeNodes(cloud);
            await cloud.update(made, inputs(), inputs({ values: { replicas: 2 } }));
        },
        RolledBack: async (cloud) => {
            const made = await install(cloud, { atomic: true });
            takeNodes(cloud);
            const after = inputs({ atomic: true, values: { replicas: 2 } });
            await cloud.update(made, inputs({ atomic: true }), after);
        },
    },
    newCluster,
);

describe("a pretended Helm release", () => {
    let cloud: PretendedCloud;
    beforeEach(() => (cloud = newCluster()));
    afterEach(() => cloud.remove());

    it("shows its status and the objects of a chart that the sandbox knows", async () => {
        const made = await install(cloud, { values: { podDisruptionBudget: { enabled: true } } });
        assert.equal(made.id, "default/metrics-server");
        assert.deepEqual(made.properties.status, {
            appVersion: "0.8.1",
            chart: "metrics-server",
            name: "metrics-server",
            namespace: "default",
            revision: 1,
            status: "deployed",
            version: "3.13.1",
        });
        assert.deepEqual(made.properties.resourceNames, {
            "ServiceAccount/v1": ["default/metrics-server"],
            "ClusterRole.rbac.authorization.k8s.io/rbac.authorization.k8s.io/v1": [
                "system:metrics-server",
                "system:metrics-server-aggregated-reader",
            ],
            "ClusterRoleBinding.rbac.authorization.k8s.io/rbac.authorization.k8s.io/v1": [
                "metrics-server:system:auth-delegator",
                "system:metrics-server",
            ],
            "RoleBinding.rbac.authorization.k8s.io/rbac.authorization.k8s.io/v1": [
                "kube-system/metrics-server-auth-reader",
            ],
            "Service/v1": ["default/metrics-server"],
            "Deployment.apps/apps/v1": ["default/metrics-server"],
            "PodDisruptionBudget.policy/policy/v1": ["default/metrics-server"],
            "APIService.apiregistration.k8s.io/apiregistration.k8s.io/v1": ["v1beta1.metrics.k8s.io"],
        });
    });

    it("lists no objects of other charts", async () => {
        const repositoryOpts = { repo: "https://charts.example.com" };
        const made = await install(cloud, { chart: "other", version: "1.2.3", repositoryOpts });
        assert.deepEqual(made.properties.resourceNames, {});
        assert.equal((made.properties.status as Properties).version, "1.2.3");
    });

    it("counts its revisions", async () => {
        const made = await install(cloud);
        const after = inputs({ values: { replicas: 2 } });
        const updated = await cloud.update(made, inputs(), after);
        assert.equal((updated.status as Properties).revision, 2);
    });

    it("stays, as failed, when its pods find no nodes, and gets well by the next upgrade", async () => {
        cloud.remove();
        cloud = newCluster({ nodes: 0 });
        await assert.rejects(install(cloud), NotReadyError);
        const [failed] = cloud.account.list(release.type, "eu-central-1.Cluster.core");
        assert.equal((failed.properties.status as Properties).status, "failed");
        const [group] = cloud.account.list("aws:eks/nodeGroup:NodeGroup", "eu-central-1");
        const scaled = { ...group.properties, scalingConfig: { desiredSize: 1 } };
        cloud.account.put({ ...group, properties: scaled });
        const updated = await cloud.update(failed, inputs(), inputs());
        assert.equal((updated.status as Properties).status, "deployed");
    });

    it("waits for nothing when it skips the wait", async () => {
        takeNodes(cloud);
        const made = await install(cloud, { skipAwait: true });
        assert.equal((made.properties.status as Properties).status, "deployed");
    });

    it("makes its namespace when it is told to", async () => {
        await install(cloud, { namespace: "apps", createNamespace: true });
        assert.equal(cloud.account.list(namespace.type, "eu-central-1.Cluster.core")[0].id, "apps");
    });

    it("shows its inputs, and unknown only what the installation finds out", () => {
        const shown = cloud.previewCreate(release.type, "metrics", inputs());
        assert.deepEqual(shown, {
            name: "metrics-server",
            namespace: "default",
            chart: "metrics-server",
            version: "3.13.1",
            repositoryOpts: { repo: REPOSITORY },
            timeout: 300,
            status: UNKNOWN,
            resourceNames: UNKNOWN,
        });
    });

    it("is replaced when its name or namespace changes, and upgraded for the rest", () => {
        const changes = (more: Properties): unknown =>
            cloud.diff(release.type, inputs(), inputs(more)).changes;
        assert.deepEqual(changes({ name: "b" }), { name: { kind: "update", replaces: true } });
        assert.deepEqual(changes({ namespace: "b" }), { namespace: { kind: "update", replaces: true } });
        assert.deepEqual(changes({ version: "3.13.0" }), { version: { kind: "update", replaces: false } });
    });
});
