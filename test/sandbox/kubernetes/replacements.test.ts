import * as assert from "node:assert/strict";
import { replacementsOf } from "../../../sandbox/kubernetes/replacements";
import { gvkOfType } from "../../../sandbox/kubernetes/api/gvk";
import { builtInKind } from "../../../sandbox/kubernetes/api/served";
import type { ObjectSchema, Schema } from "../../../sandbox/kubernetes/api/schema";

const KINDS = [
    "apps/v1:DaemonSet",
    "apps/v1:Deployment",
    "apps/v1:StatefulSet",
    "batch/v1:Job",
    "rbac.authorization.k8s.io/v1:ClusterRoleBinding",
    "rbac.authorization.k8s.io/v1:RoleBinding",
    "storage.k8s.io/v1:StorageClass",
    "core/v1:ConfigMap",
    "core/v1:PersistentVolume",
    "core/v1:PersistentVolumeClaim",
    "core/v1:Pod",
    "core/v1:ResourceQuota",
    "core/v1:Secret",
    "core/v1:Service",
];

/** Whether a schema has a property at a path without indices. */
function has(schema: Schema, [key, ...rest]: string[]): boolean {
    if (key === undefined) return true;
    if (schema.kind === "list") return has(schema.of, [key, ...rest]);
    const field = (schema as ObjectSchema).fields().get(key);
    return field !== undefined && has(field.schema, rest);
}

describe("what replaces a Kubernetes object", () => {
    for (const kind of KINDS) {
        it(`is a property that it has, with a source: ${kind}`, () => {
            const gvk = gvkOfType(`kubernetes:${kind}`);
            const { schema } = builtInKind(gvk, 35)!;
            const rows = Object.entries(replacementsOf(gvk));
            assert.ok(rows.length > 2, "more than its name and its namespace");
            for (const [path, source] of rows) {
                assert.ok(has(schema, path.split(".")), path);
                assert.match(String(source), /^pulumi-kubernetes provider\//);
            }
        });
    }

    it("is its name and its namespace for every other kind", () => {
        const other = replacementsOf(gvkOfType("kubernetes:example.com/v1:Widget"));
        assert.deepEqual(Object.keys(other), ["metadata.name", "metadata.namespace"]);
    });
});
