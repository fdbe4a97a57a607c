import * as assert from "node:assert/strict";
import type { Properties } from "../../../../sandbox/cloud/values";
import {
    changedLeaves,
    common,
    difference,
    leavesOf,
    merged,
    without,
} from "../../../../sandbox/kubernetes/api/fields";
import { builtInSchema } from "../../../../sandbox/kubernetes/api/schema";
import { deployment } from "../objects-fixture";

const schema = builtInSchema("apps.v1.Deployment", 35);
const shown = (object: Properties): string[] => leavesOf(schema, object).map(({ path }) => path.join(""));

describe("the fields of an object", () => {
    it("are told apart as by server-side apply", () => {
        const found = shown(
            deployment({}, { ports: [{ containerPort: 80, protocol: "TCP" }], args: ["a", "b"] }),
        );
        for (const path of [
            ".spec.replicas",
            // A selector is one value.
            ".spec.selector",
            '.spec.template.spec.containers[name="app"].image',
            '.spec.template.spec.containers[name="app"].ports[containerPort=80,protocol="TCP"].containerPort',
            '.spec.template.spec.containers[name="app"].args',
        ])
            assert.ok(found.includes(path), `${path} is not among\n${found.join("\n")}`);
    });

    it("are those of a set by their values", () => {
        assert.deepEqual(shown({ metadata: { finalizers: ["a"] } }), ['.metadata.finalizers[="a"]']);
    });

    it("change with their values", () => {
        const [before, after] = [deployment(), deployment({}, { image: "other" })];
        const changed = changedLeaves(leavesOf(schema, before), leavesOf(schema, after));
        assert.deepEqual(
            changed.map(({ path }) => path.join("")),
            ['.spec.template.spec.containers[name="app"].image'],
        );
    });

    it("of one list can be found in another, or not", () => {
        assert.deepEqual(common([[".a"], [".b"]], [[".b"]]), [[".b"]]);
        assert.deepEqual(difference([[".a"], [".b"]], [[".b"]]), [[".a"]]);
    });
});

describe("an object under another", () => {
    it("keeps what the other does not set, item by item", () => {
        const sidecar = { name: "sidecar", image: "s" };
        const live = deployment();
        const template = (live.spec as Properties).template as Properties;
        (template.spec as { containers: unknown[] }).containers.push(sidecar);
        const result = merged(schema, live, deployment({}, { image: "new" })) as Properties;
        const { containers } = ((result.spec as Properties).template as Properties).spec as Properties;
        assert.deepEqual(containers, [{ name: "app", image: "new" }, sidecar]);
    });

    it("loses lists that are one value", () => {
        const before = { metadata: {}, spec: { tolerations: 1 } };
        assert.deepEqual(merged({ kind: "any" }, before, { a: 1 }), { a: 1 });
    });
});

describe("an object without some fields", () => {
    it("loses what is left empty by that", () => {
        const object = { metadata: { name: "a", labels: { x: "1" } } };
        assert.deepEqual(without(schema, object, [[".metadata", ".labels", ".x"]]), {
            metadata: { name: "a" },
        });
        assert.deepEqual(without(schema, object, []), object);
    });

    it("loses items of lists whose fields all go", () => {
        const object = { metadata: { finalizers: ["a", "b"] } };
        assert.deepEqual(without(schema, object, [[".metadata", ".finalizers", '[="a"]']]), {
            metadata: { finalizers: ["b"] },
        });
    });
});
