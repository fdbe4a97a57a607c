import * as assert from "node:assert/strict";
import { UNKNOWN, type Properties } from "../../../sandbox/cloud/values";
import { namespace } from "../../../sandbox/kubernetes/namespace";
import { describeRefusals, type PretendedCloud } from "../pretended-cloud";
import { deleteCluster, dismiss, INSIDE, newCluster } from "./pretended-cluster";

const named = (name: string, more: Properties = {}): Properties => ({
    apiVersion: "v1",
    kind: "Namespace",
    metadata: { name, ...more },
});

describeRefusals(
    namespace,
    {
        Forbidden: async (cloud) => {
            dismiss(cloud);
            await cloud.create(namespace.type, "apps", named("apps"));
        },
        UnreachableWrite: async (cloud) => {
            deleteCluster(cloud);
            await cloud.create(namespace.type, "apps", named("apps"));
        },
        UnreachableRead: async (cloud) => {
            const apps = await cloud.create(namespace.type, "apps", named("apps"));
            deleteCluster(cloud);
            await cloud.read(apps);
        },
        UnreachableDelete: async (cloud) => {
            const apps = await cloud.create(namespace.type, "apps", named("apps"));
            deleteCluster(cloud);
            await cloud.delete(apps);
        },
        Invalid: (cloud) => cloud.create(namespace.type, "apps", named("Apps")),
        AlreadyExists: (cloud) => cloud.create(namespace.type, "default", named("default")),
        Immortal: async (cloud) => {
            const system = { ...(await cloud.create(namespace.type, "x", named("x"))), id: "kube-system" };
            await cloud.delete(system);
        },
    },
    newCluster,
);

describe("a pretended namespace", () => {
    let cloud: PretendedCloud;
    beforeEach(() => (cloud = newCluster()));
    afterEach(() => cloud.remove());

    it("is active, labelled and numbered by the API server", async () => {
        const apps = await cloud.create(namespace.type, "apps", named("apps", { labels: { owner: "a" } }));
        assert.equal(apps.id, "apps");
        assert.equal(apps.region, INSIDE);
        assert.deepEqual(apps.properties.status, { phase: "Active" });
        const metadata = apps.properties.metadata as Properties;
        assert.deepEqual(metadata.labels, { owner: "a", "kubernetes.io/metadata.name": "apps" });
        assert.match(String(metadata.uid), /^[0-9a-f-]{36}$/);
        assert.match(String(metadata.creationTimestamp), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    });

    it("shows its name at a preview, and what the server computes as unknown", () => {
        const shown = cloud.previewCreate(namespace.type, "apps", named("apps"));
        assert.deepEqual(shown.metadata, {
            name: "apps",
            creationTimestamp: UNKNOWN,
            resourceVersion: UNKNOWN,
            uid: UNKNOWN,
        });
        assert.equal(shown.status, UNKNOWN);
    });

    it("gets the logical name with eight hex digits when it has none, and keeps it", () => {
        const first = cloud.check(namespace.type, "apps", { metadata: {} }).metadata as Properties;
        assert.match(String(first.name), /^apps-[0-9a-f]{8}$/);
        assert.deepEqual(first.annotations, { "pulumi.com/autonamed": "true" });
        const again = cloud.check(namespace.type, "apps", { metadata: {} }, { metadata: first });
        assert.deepEqual(again.metadata, first);
    });

    it("is replaced when its name changes and updated when a label does", () => {
        const before = named("apps", { labels: { owner: "a" } });
        assert.deepEqual(
            cloud.diff(namespace.type, before, named("apps", { labels: { owner: "b" } })).changes,
            {
                "metadata.labels.owner": { kind: "update", replaces: false },
            },
        );
        const { changes } = cloud.diff(namespace.type, before, named("other", { labels: { owner: "a" } }));
        assert.deepEqual(changes, { "metadata.name": { kind: "update", replaces: true } });
    });

    it("keeps its identity over an update, under a newer version", async () => {
        const apps = await cloud.create(namespace.type, "apps", named("apps"));
        const updated = await cloud.update(apps, named("apps"), named("apps", { labels: { owner: "b" } }));
        const [before, after] = [apps.properties.metadata, updated.metadata] as Properties[];
        assert.equal(after.uid, before.uid);
        assert.deepEqual(after.labels, { owner: "b", "kubernetes.io/metadata.name": "apps" });
        assert.ok(Number(after.resourceVersion) > Number(before.resourceVersion));
    });

    it("shows drift of what the program gave, and nothing of what others added", async () => {
        const inputs = named("apps", { labels: { owner: "a" } });
        const apps = await cloud.create(namespace.type, "apps", inputs);
        const metadata = apps.properties.metadata as Properties;
        const labels = { ...(metadata.labels as Properties), owner: "b", added: "later" };
        cloud.account.put({ ...apps, properties: { ...apps.properties, metadata: { ...metadata, labels } } });
        const found = await cloud.read(apps, inputs);
        assert.deepEqual(found?.inputs, named("apps", { labels: { owner: "b" } }));
    });

    it("can be imported, those that every cluster has too", async () => {
        const made = await cloud.create(namespace.type, "x", named("x"));
        const found = await cloud.read({ ...made, id: "kube-system" });
        assert.deepEqual(found?.inputs, {
            ...named("kube-system", { labels: { "kubernetes.io/metadata.name": "kube-system" } }),
            spec: { finalizers: ["kubernetes"] },
        });
    });

    it("takes what is in it along, and goes with its cluster", async () => {
        const apps = await cloud.create(namespace.type, "apps", named("apps"));
        await cloud.create(namespace.type, "others", named("others"));
        const inside = { type: "kubernetes:helm.sh/v3:Release", region: INSIDE, createdAt: "" };
        cloud.account.put({ ...inside, id: "apps/a", properties: { namespace: "apps" } });
        cloud.account.put({ ...inside, id: "others/b", properties: { namespace: "others" } });
        const left = (): string[] =>
            cloud.account
                .all()
                .filter(({ region }) => region === INSIDE)
                .map(({ id }) => id);
        await cloud.delete(apps);
        assert.deepEqual(left().sort(), ["others", "others/b"]);
        deleteCluster(cloud);
        assert.deepEqual(left(), []);
    });

    const wrong: [string, Properties, RegExp][] = [
        [
            "a label's value",
            { labels: { owner: "a b" } },
            /metadata\.labels: Invalid value: "a b": a valid label/,
        ],
        [
            "a label's key",
            { labels: { "a/b/c": "" } },
            /metadata\.labels: Invalid value: "a\/b\/c": a qualified/,
        ],
        [
            "an annotation's key",
            { annotations: { "-": "" } },
            /metadata\.annotations: Invalid value: "-": name part/,
        ],
        [
            "a Pod Security level",
            { labels: { "pod-security.kubernetes.io/enforce": "strict" } },
            /metadata\.labels\[pod-security\.kubernetes\.io\/enforce\]: Invalid value: "strict": must be one of/,
        ],
        [
            "the size of annotations",
            { annotations: { a: "x".repeat(262144) } },
            /may not be more than 262144 bytes/,
        ],
    ];
    for (const [what, metadata, message] of wrong) {
        it(`is refused for ${what}`, async () => {
            await assert.rejects(cloud.create(namespace.type, "apps", named("apps", metadata)), message);
        });
    }
});
