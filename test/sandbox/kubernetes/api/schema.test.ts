import * as assert from "node:assert/strict";
import { builtInSchema, type ObjectSchema, type Schema } from "../../../../sandbox/kubernetes/api/schema";
import type { ApiTable } from "../../../../sandbox/kubernetes/api/table";

const table: ApiTable = {
    sources: {},
    kinds: {},
    types: {
        "x.v1.A": {
            name: "!string",
            size: "int32 35",
            b: "#x.v1.B",
            items: "[name]#x.v1.B",
            words: "[=]string",
            all: "[]string",
            labels: "{}string",
        },
        "x.v1.B": { name: "string", again: "#x.v1.B" },
    },
    atomic: ["x.v1.B"],
};

const field = (schema: Schema, name: string): Schema => (schema as ObjectSchema).fields().get(name)!.schema;

describe("the schema of a built-in type", () => {
    const schema = builtInSchema("x.v1.A", 35, table);

    it("tells what is required and of which kind", () => {
        assert.equal(schema.fields().get("name")?.required, true);
        assert.equal(schema.fields().get("size")?.required, false);
        assert.deepEqual(field(schema, "labels"), { kind: "map", of: { kind: "string" } });
    });

    it("tells how the items of a list are told apart", () => {
        const identity = (name: string): unknown => (field(schema, name) as { identity: unknown }).identity;
        assert.deepEqual(identity("items"), ["name"]);
        assert.equal(identity("words"), "item");
        assert.equal(identity("all"), "none");
    });

    it("follows a type that holds itself, one step at a time", () => {
        const deep = field(field(field(schema, "b"), "again"), "again") as ObjectSchema;
        assert.equal(deep.name, "B");
        assert.equal(deep.atomic, true);
    });

    it("has what the minor has", () => {
        assert.ok(schema.fields().has("size"));
        assert.ok(!builtInSchema("x.v1.A", 34, table).fields().has("size"));
    });

    it("is none for a type that the table does not have", () => {
        assert.throws(() => builtInSchema("x.v1.C", 35, table), /has no x\.v1\.C/);
    });
});
