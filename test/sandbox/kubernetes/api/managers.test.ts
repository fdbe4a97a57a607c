import * as assert from "node:assert/strict";
import type { Properties } from "../../../../sandbox/cloud/values";
import {
    afterEdits,
    applied,
    asApplied,
    BY_HAND,
    conflictSentence,
    conflictsOf,
    CREATOR,
    fieldsOf,
    type Manager,
} from "../../../../sandbox/kubernetes/api/managers";
import { builtInSchema } from "../../../../sandbox/kubernetes/api/schema";

const schema = builtInSchema("core.v1.ConfigMap", 35);
const object = (data: Properties): Properties => ({
    apiVersion: "v1",
    kind: "ConfigMap",
    metadata: { name: "a", namespace: "b" },
    data,
});
const manager = (name: string, data: Properties, operation: Manager["operation"] = "Apply"): Manager => ({
    name,
    operation,
    apiVersion: "v1",
    fields: fieldsOf(schema, object(data)),
});
const names = (managers: Manager[]): Record<string, string[]> =>
    Object.fromEntries(managers.map(({ name, fields }) => [name, fields.map((path) => path.join(""))]));

describe("the managers of an object", () => {
    it("own what they set, and nothing that says which object it is", () => {
        assert.deepEqual(fieldsOf(schema, object({ x: "1" })), [[".data", ".x"]]);
    });

    it("lose to the one who edits by hand what is changed, and what is taken away", () => {
        const before = [manager("me", { x: "1", y: "1", z: "1" })];
        const now = afterEdits(
            schema,
            before,
            object({ x: "1", y: "1", z: "1" }),
            object({ x: "1", y: "2", w: "1" }),
            "v1",
        );
        assert.deepEqual(names(now), { me: [".data.x"], [BY_HAND]: [".data.y", ".data.w"] });
    });

    it("stay as they are when nobody edited", () => {
        const before = [manager("me", { x: "1" })];
        assert.deepEqual(afterEdits(schema, before, object({ x: "1" }), object({ x: "1" }), "v1"), before);
    });

    it("turn from the provider's first write into its apply", () => {
        const [own] = asApplied([manager(CREATOR, { x: "1" }, "Update")], "me");
        assert.deepEqual([own.name, own.operation], ["me", "Apply"]);
        const others = [manager("other", { x: "1" })];
        assert.deepEqual(asApplied(others, "me"), others);
    });

    it("are in conflict where a value would change, not where it stays", () => {
        const others = [manager("other", { x: "1", y: "1" })];
        const found = conflictsOf(
            schema,
            others,
            "me",
            object({ x: "1", y: "1" }),
            object({ x: "1", y: "2" }),
        );
        assert.deepEqual(
            found.map(({ path }) => path.join("")),
            [".data.y"],
        );
    });

    it("leave with an apply what they no longer set, unless others hold it", () => {
        const before = [manager("me", { x: "1", y: "1", z: "1" }), manager("other", { y: "1" })];
        const live = object({ x: "1", y: "1", z: "1" });
        const next = applied(schema, before, { name: "me", apiVersion: "v1" }, live, object({ z: "2" }));
        assert.deepEqual(next.object.data, { y: "1", z: "2" });
        assert.deepEqual(names(next.managers), { other: [".data.y"], me: [".data.z"] });
    });

    it("lose to who applies what is taken by force", () => {
        const before = [manager("other", { x: "1" })];
        const next = applied(
            schema,
            before,
            { name: "me", apiVersion: "v1" },
            object({ x: "1" }),
            object({ x: "2" }),
        );
        assert.deepEqual(names(next.managers), { other: [], me: [".data.x"] });
    });
});

describe("the sentence on conflicts", () => {
    const x = { manager: manager(BY_HAND, {}, "Update"), path: [".data", ".x"] };
    const y = { manager: manager("argocd", {}), path: [".data", ".y"] };

    it("names the one field and who holds it", () => {
        assert.equal(
            conflictSentence([x]),
            'Apply failed with 1 conflict: conflict with "kubectl-edit" using v1: .data.x',
        );
    });

    it("lists several by who holds them", () => {
        assert.equal(
            conflictSentence([x, y]),
            'Apply failed with 2 conflicts: conflicts with "argocd":\n- .data.y\nconflicts with "kubectl-edit" using v1:\n- .data.x',
        );
    });
});
