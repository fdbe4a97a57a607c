import * as assert from "node:assert/strict";
import type { CloudObject } from "../../../sandbox/cloud/account";
import { UNKNOWN, type Properties } from "../../../sandbox/cloud/values";
import { objectFake } from "../../../sandbox/kubernetes/object";
import { NotReadyError } from "../../../sandbox/plugin/refusal";
import { describeRefusals, type PretendedCloud } from "../pretended-cloud";
import { definition, deployment, DEPLOYMENT, WIDGET, widget } from "./objects-fixture";
import { deleteCluster, dismiss, INSIDE, newCluster } from "./pretended-cluster";

const CONFIG_MAP = "kubernetes:core/v1:ConfigMap";
const DEFINITION = "kubernetes:apiextensions.k8s.io/v1:CustomResourceDefinition";

const configMap = (metadata: Properties = {}, data: Properties = { a: "1" }): Properties => ({
    apiVersion: "v1",
    kind: "ConfigMap",
    metadata: { name: "app", ...metadata },
    data,
});

/** Somebody changes a property by hand. */
function edit(cloud: PretendedCloud, object: CloudObject, change: (properties: Properties) => void): void {
    const now = cloud.account.get(object.type, object.id, INSIDE)!;
    change(now.properties);
    cloud.account.put(now);
}

const scaled = (object: Properties, replicas: number): Properties => ({
    ...object,
    spec: { ...(object.spec as Properties), replicas },
});

/** A deployment that somebody scaled by hand, and the update that wants something else. */
async function conflict(cloud: PretendedCloud, metadata: Properties = {}): Promise<Properties> {
    const before = deployment(metadata);
    const made = await cloud.create(DEPLOYMENT, "app", before);
    edit(cloud, made, ({ spec }) => ((spec as Properties).replicas = 5));
    return cloud.update(made, before, scaled(before, 3));
}

describeRefusals(
    objectFake(DEPLOYMENT),
    {
        Forbidden: async (cloud) => {
            dismiss(cloud);
            await cloud.create(DEPLOYMENT, "app", deployment());
        },
        UnreachableWrite: async (cloud) => {
            deleteCluster(cloud);
            await cloud.create(DEPLOYMENT, "app", deployment());
        },
        UnreachableRead: async (cloud) => {
            const made = await cloud.create(DEPLOYMENT, "app", deployment());
            deleteCluster(cloud);
            await cloud.read(made);
        },
        UnreachableDelete: async (cloud) => {
            const made = await cloud.create(DEPLOYMENT, "app", deployment());
            deleteCluster(cloud);
            await cloud.delete(made);
        },
        NoMatch: (cloud) => cloud.create(WIDGET, "w", widget()),
        NoMatchAnyMore: async (cloud) => {
            const made = await cloud.create(DEFINITION, "widgets", definition());
            const one = await cloud.create(WIDGET, "w", widget());
            await cloud.delete(made);
            cloud.account.put(one);
            await cloud.update(one, widget(), widget({ size: 2 }));
        },
        BadRequest: (cloud) =>
            cloud.create(DEPLOYMENT, "app", scaled(deployment(), "2" as unknown as number)),
        NoNamespace: (cloud) => cloud.create(DEPLOYMENT, "app", deployment({ namespace: "apps" })),
        Invalid: (cloud) => cloud.create(DEPLOYMENT, "app", deployment({ name: "App" })),
        AlreadyExists: async (cloud) => {
            await cloud.create(DEPLOYMENT, "app", deployment());
            await cloud.create(DEPLOYMENT, "app2", deployment());
        },
        Conflict: (cloud) => conflict(cloud),
        InvalidUpdate: async (cloud) => {
            const made = await cloud.create(DEPLOYMENT, "app", deployment());
            await cloud.update(made, deployment(), deployment({ labels: { a: "b c" } }));
        },
        BadUpdate: async (cloud) => {
            const made = await cloud.create(DEPLOYMENT, "app", deployment());
            await cloud.update(made, deployment(), scaled(deployment(), "2" as unknown as number));
        },
        NotReady: async (cloud) => {
            takeNodes(cloud);
            await cloud.create(DEPLOYMENT, "app", deployment());
        },
        NotReadyAgain: async (cloud) => {
            const made = await cloud.create(DEPLOYMENT, "app", deployment());
            takeNodes(cloud);
            await cloud.update(made, deployment(), scaled(deployment(), 2));
        },
    },
    newCluster,
);

function takeNodes(cloud: PretendedCloud): void {
    for (const group of cloud.account.list("aws:eks/nodeGroup:NodeGroup", "eu-central-1"))
        cloud.account.remove(group);
}

describe("a pretended object of any kind", () => {
    let cloud: PretendedCloud;
    beforeEach(() => (cloud = newCluster()));
    afterEach(() => cloud.remove());

    it("stands in the provider's namespace when it names none, under an id with both names", async () => {
        const made = await cloud.create(CONFIG_MAP, "app", configMap());
        assert.equal(made.id, "default/app");
        assert.equal((made.properties.metadata as Properties).namespace, "default");
        assert.match(String((made.properties.metadata as Properties).uid), /^[0-9a-f-]{36}$/);
    });

    it("has no namespace where its kind has none", async () => {
        const role = {
            apiVersion: "rbac.authorization.k8s.io/v1",
            kind: "ClusterRole",
            metadata: { name: "r" },
        };
        const made = await cloud.create("kubernetes:rbac.authorization.k8s.io/v1:ClusterRole", "r", role);
        assert.equal(made.id, "r");
        assert.equal((made.properties.metadata as Properties).namespace, undefined);
    });

    it("is refused at preview as at up, for a name that its schema does not know too", () => {
        const wrong = { ...deployment(), spec: { ...(deployment().spec as Properties), replica: 1 } };
        assert.throws(
            () => cloud.previewCreate(DEPLOYMENT, "app", wrong),
            /spec\.replica: unknown property "replica"; did you mean "replicas"\?/,
        );
        assert.throws(
            () => cloud.previewCreate(DEPLOYMENT, "app", { ...deployment(), spec: {} }),
            /was not successfully created by the Kubernetes API server: Deployment\.apps "app" is invalid: \[.*spec\.selector: Required value/,
        );
    });

    it("is not tried at preview while something is unknown or its namespace is not there yet", () => {
        const unknown = configMap({ labels: { "not right": UNKNOWN } });
        assert.deepEqual(cloud.previewCreate(CONFIG_MAP, "app", unknown).data, { a: "1" });
        const elsewhere = configMap({ namespace: "later", labels: { "not right": "x" } });
        assert.deepEqual(cloud.previewCreate(CONFIG_MAP, "app", elsewhere).data, { a: "1" });
    });

    it("shows at preview what the API server fills in, and what only the real call tells as unknown", () => {
        const { metadata, spec, status } = cloud.previewCreate(DEPLOYMENT, "app", deployment());
        assert.equal((spec as Properties).revisionHistoryLimit, 10);
        assert.equal((metadata as Properties).uid, UNKNOWN);
        assert.equal(status, UNKNOWN);
    });

    it("is replaced, the old one first, when what is immutable changes under a name that the program gave", () => {
        const [before, after] = [configMap(), configMap({}, { a: "2" })];
        assert.deepEqual(cloud.diff(CONFIG_MAP, before, after), {
            changes: { "data.a": { kind: "update", replaces: true } },
            deleteBeforeReplace: true,
        });
        const other = cloud.diff(CONFIG_MAP, before, configMap({ name: "other" }));
        assert.equal(other.deleteBeforeReplace, false);
        const auto = { annotations: { "pulumi.com/autonamed": "true" } };
        assert.equal(cloud.diff(CONFIG_MAP, configMap(auto), configMap(auto, {})).deleteBeforeReplace, false);
    });

    it("loses with an update what the program dropped, and keeps what others added", async () => {
        const before = configMap({ labels: { mine: "1", also: "1" } });
        const made = await cloud.create(CONFIG_MAP, "app", before);
        edit(cloud, made, ({ metadata }) => (((metadata as Properties).labels as Properties).theirs = "x"));
        const after = await cloud.update(made, before, configMap({ labels: { mine: "2" } }));
        assert.deepEqual((after.metadata as Properties).labels, { mine: "2", theirs: "x" });
        assert.equal((after.metadata as Properties).uid, (made.properties.metadata as Properties).uid);
    });

    it("is not taken from whom it was edited by, unless the program says so", async () => {
        await assert.rejects(conflict(cloud), (error: unknown) => {
            assert.ok(error instanceof NotReadyError);
            assert.match(
                error.message,
                /had an apply conflict: Apply failed with 1 conflict: conflict with "kubectl-edit" using apps\/v1: \.spec\.replicas$/,
            );
            assert.equal((error.properties.spec as Properties).replicas, 5, "the object stands as it was");
            return true;
        });
        const forced = { name: "forced", annotations: { "pulumi.com/patchForce": "true" } };
        assert.equal(((await conflict(cloud, forced)).spec as Properties).replicas, 3);
    });

    it("shows a conflict at preview once the provider has applied, as the real one does", async () => {
        const before = deployment();
        const made = await cloud.create(DEPLOYMENT, "app", before);
        const once = await cloud.update(made, before, scaled(before, 2));
        edit(cloud, made, ({ spec }) => ((spec as Properties).replicas = 5));
        const now = { ...made, properties: once };
        assert.throws(
            () => cloud.previewUpdate(now, scaled(before, 2), scaled(before, 3)),
            /Apply failed with 1 conflict/,
        );
    });

    it("shows drift of what the program gave, in lists too, and nothing of what others added", async () => {
        const inputs = deployment();
        const made = await cloud.create(DEPLOYMENT, "app", inputs);
        edit(cloud, made, ({ spec, metadata }) => {
            (spec as Properties).replicas = 5;
            (metadata as Properties).annotations = { theirs: "x" };
        });
        const found = await cloud.read(made, inputs);
        assert.deepEqual(found?.inputs, scaled(inputs, 5));
    });

    it("can be imported with everything that it says", async () => {
        const made = await cloud.create(CONFIG_MAP, "app", configMap());
        const found = await cloud.read(made);
        assert.deepEqual(found?.inputs, configMap({ namespace: "default" }));
    });

    it("goes with its namespace, and a custom one with its definition", async () => {
        const apps = await cloud.create("kubernetes:core/v1:Namespace", "apps", {
            metadata: { name: "apps" },
        });
        const inside = await cloud.create(CONFIG_MAP, "app", configMap({ namespace: "apps" }));
        await cloud.delete(apps);
        assert.equal(await cloud.read(inside), undefined);
        const kind = await cloud.create(DEFINITION, "widgets", definition());
        const one = await cloud.create(WIDGET, "w", widget());
        await cloud.delete(kind);
        assert.equal(await cloud.read(one), undefined);
    });

    it("of a custom kind is held to its definition's schema", async () => {
        await cloud.create(DEFINITION, "widgets", definition());
        await assert.rejects(
            cloud.create(WIDGET, "w", widget({ size: "big" })),
            /spec\.size in body must be of type integer/,
        );
        await assert.rejects(
            cloud.create(WIDGET, "w", widget({ colour: "red" })),
            /unknown property "colour"; did you mean "color"\?/,
        );
        assert.equal((await cloud.create(WIDGET, "w", widget({ size: 2 }))).id, "default/w");
    });

    it("is not served by a cluster that is too old for it", async () => {
        const old = newCluster({ version: "1.33" });
        const type = "kubernetes:resource.k8s.io/v1:DeviceClass";
        const inputs = {
            apiVersion: "resource.k8s.io/v1",
            kind: "DeviceClass",
            metadata: { name: "d" },
            spec: {},
        };
        try {
            await assert.rejects(
                old.create(type, "d", inputs),
                /no matches for kind "DeviceClass" in version "resource\.k8s\.io\/v1"$/,
            );
            assert.equal((await cloud.create(type, "d", inputs)).id, "d");
        } finally {
            old.remove();
        }
    });
});
