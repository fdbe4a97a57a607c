import * as assert from "node:assert/strict";
import type { CloudObject } from "../../../sandbox/cloud/account";
import type { Properties } from "../../../sandbox/cloud/values";
import { gvkOfType } from "../../../sandbox/kubernetes/api/gvk";
import { servedKind, type Served } from "../../../sandbox/kubernetes/api/served";
import {
    admitted,
    edited,
    existing,
    idOf,
    isForcing,
    managerName,
    namespaceIn,
    notesOf,
    tidy,
} from "../../../sandbox/kubernetes/object-writes";
import type { PretendedCloud } from "../pretended-cloud";
import { deployment, DEPLOYMENT } from "./objects-fixture";
import { INSIDE, newCluster, pretendedCall } from "./pretended-cluster";

describe("an object that is written", () => {
    let cloud: PretendedCloud;
    beforeEach(() => (cloud = newCluster()));
    afterEach(() => cloud.remove());
    const served = (type = DEPLOYMENT): Served => servedKind(gvkOfType(type), pretendedCall(cloud))!;

    it("is taken with what the API server fills in, or refused for all its problems at once", () => {
        const call = pretendedCall(cloud);
        assert.equal(admitted(served(), { metadata: {}, ...deployment() }, call).kind, "Deployment");
        const wrong = deployment({ name: "A", labels: { a: "b c" } });
        assert.throws(
            () => admitted(served(), wrong, call),
            /"A" is invalid: \[metadata\.name: .*, metadata\.labels: .*\]$/,
        );
    });

    it("loses a namespace that its kind does not have", () => {
        const type = "kubernetes:storage.k8s.io/v1:StorageClass";
        const inputs = { metadata: { name: "gp3", namespace: "x" }, provisioner: "ebs.csi.aws.com" };
        assert.deepEqual(admitted(served(type), inputs, pretendedCall(cloud)).metadata, { name: "gp3" });
    });

    it("has an id of its namespace and its name", () => {
        const call = pretendedCall(cloud);
        assert.equal(idOf(served(), { metadata: { name: "a" } }, call), "default/a");
        assert.equal(idOf(served("kubernetes:core/v1:Namespace"), { metadata: { name: "a" } }, call), "a");
        assert.equal(namespaceIn({ metadata: { namespace: "b" } }, call), "b");
    });

    it("is found in every version of its group", () => {
        const scaler: CloudObject = {
            type: "kubernetes:autoscaling/v2:HorizontalPodAutoscaler",
            id: "default/a",
            region: INSIDE,
            createdAt: "",
            properties: {},
        };
        cloud.account.put(scaler);
        const first = served("kubernetes:autoscaling/v1:HorizontalPodAutoscaler");
        assert.deepEqual(existing(first, "default/a", pretendedCall(cloud)), scaler);
        assert.equal(existing(first, "default/b", pretendedCall(cloud)), undefined);
    });

    it("tells from its notes what was edited by hand", async () => {
        const made = await cloud.create(DEPLOYMENT, "app", deployment());
        assert.deepEqual(
            notesOf(served(), made).managers.map(({ name }) => name),
            ["pulumi-kubernetes"],
        );
        const edited = { ...made, properties: { ...made.properties, metadata: { annotations: { a: "b" } } } };
        assert.deepEqual(
            notesOf(served(), edited).managers.map(({ name }) => name),
            ["pulumi-kubernetes", "kubectl-edit"],
        );
    });

    it("is applied under a name of its own, or the one that the program gives", () => {
        assert.match(managerName({}), /^pulumi-kubernetes-[0-9a-f]{8}$/);
        const annotations = { "pulumi.com/patchFieldManager": "me", "pulumi.com/patchForce": "true" };
        assert.equal(managerName({ metadata: { annotations } }), "me");
        assert.equal(isForcing({ metadata: { annotations } }), true);
        assert.equal(isForcing({}), false);
    });

    it("has no labels where nobody gave any", () => {
        assert.deepEqual(tidy({ name: "a", labels: {} }), { name: "a" });
        assert.deepEqual(tidy({ name: "a", labels: { b: "c" } }), { name: "a", labels: { b: "c" } });
    });

    it("is edited by hand to what the API server takes, and to nothing else", async () => {
        const made = await cloud.create(DEPLOYMENT, "app", deployment());
        const spec = made.properties.spec as Properties;
        const edit = (changes: Properties): Properties =>
            edited(
                gvkOfType(DEPLOYMENT),
                made,
                { ...made.properties, spec: { ...spec, ...changes } },
                pretendedCall(cloud),
            );
        assert.equal((edit({ replicas: 5 }).spec as Properties).replicas, 5);
        assert.throws(
            () => edit({ replica: 5 }),
            /spec\.replica: unknown property "replica"; did you mean "replicas"/,
        );
        assert.throws(
            () => edit({ replicas: "5" }),
            /cannot be handled as a Deployment: json: cannot unmarshal string/,
        );
        assert.throws(
            () => edit({ selector: {} }),
            /Deployment\.apps "app" is invalid: spec\.selector: Invalid value/,
        );
    });

    it("stays what it is known by when it is edited", async () => {
        const made = await cloud.create(DEPLOYMENT, "app", deployment());
        const metadata = made.properties.metadata as Properties;
        const cases: [path: string, change: Properties][] = [
            ["apiVersion", { apiVersion: "v1" }],
            ["kind", { kind: "StatefulSet" }],
            ["metadata.name", { metadata: { ...metadata, name: "other" } }],
            ["metadata.namespace", { metadata: { ...metadata, namespace: "kube-system" } }],
        ];
        for (const [path, change] of cases)
            assert.throws(
                () =>
                    edited(
                        gvkOfType(DEPLOYMENT),
                        made,
                        { ...made.properties, ...change },
                        pretendedCall(cloud),
                    ),
                {
                    message: `${path}: an object keeps its apiVersion, kind, name and namespace. --force changes it`,
                },
            );
    });
});
