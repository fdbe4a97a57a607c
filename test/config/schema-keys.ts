/** All keys of the schema, in its order, for tests that go through them. */
import { z } from "zod";
import { stackSchema } from "../../config/schema";
import { expectations, type Expectation } from "../../config/settings";

export interface SchemaKey {
    /** Without the namespace: `cluster.access.<name>.namespaces[]`. */
    readonly path: string;
    /** Undefined where there is none. */
    readonly default: unknown;
    readonly required: boolean;
    /** Undefined for a group of keys. */
    readonly expectation: Expectation | undefined;
}

export function schemaKeys(): SchemaKey[] {
    return [...below(stackSchema, "")];
}

function* below(schema: z.ZodType, path: string): Iterable<SchemaKey> {
    if (schema instanceof z.ZodObject) {
        for (const [name, field] of Object.entries(schema.shape)) {
            yield* keyAndBelow(field as z.ZodType, path === "" ? name : `${path}.${name}`);
        }
    } else if (schema instanceof z.ZodRecord) {
        yield* keyAndBelow(schema.valueType as z.ZodType, `${path}.<name>`);
    } else if (schema instanceof z.ZodArray) {
        yield* keyAndBelow(schema.element as z.ZodType, `${path}[]`);
    }
}

function* keyAndBelow(field: z.ZodType, path: string): Iterable<SchemaKey> {
    const optional = field instanceof z.ZodOptional;
    const defaulted = field instanceof z.ZodDefault;
    const schema = (optional || defaulted ? field.def.innerType : field) as z.ZodType;
    const expectation = expectations.get(schema);
    yield {
        path,
        default: defaulted ? field.def.defaultValue : undefined,
        required: !optional && !defaulted && expectation !== undefined,
        expectation,
    };
    yield* below(schema, path);
}
