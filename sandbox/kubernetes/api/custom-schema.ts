import { isObject, strings, text, type Properties, type Value } from "../../cloud/values";
import {
    ANYTHING,
    builtInSchema,
    type Field,
    type ObjectSchema,
    type ScalarRules,
    type Schema,
} from "./schema";

/**
 * The schema that a custom resource definition gives to a version of its kind.
 * Source: https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#specifying-a-structural-schema
 * @param root `openAPIV3Schema`; undefined: everything goes, as for kinds whose definition the sandbox has not read
 * @param minor of the cluster; metadata is the API server's own
 */
export function customSchema(kind: string, root: Properties | undefined, minor: number): ObjectSchema {
    const own = root === undefined ? { ...OPEN, name: kind } : objectSchema(kind, root);
    return {
        ...own,
        fields: () =>
            new Map<string, Field>([
                ...own.fields(),
                ["apiVersion", { required: false, schema: { kind: "string" } }],
                ["kind", { required: false, schema: { kind: "string" } }],
                ["metadata", { required: false, schema: builtInSchema("meta.v1.ObjectMeta", minor) }],
                ["status", { required: false, schema: ANYTHING }],
            ]),
    };
}

const OPEN: ObjectSchema = { kind: "object", name: "", atomic: false, open: true, fields: () => new Map() };

function schemaOf(name: string, schema: Value | undefined): Schema {
    if (!isObject(schema)) return ANYTHING;
    if (schema["x-kubernetes-int-or-string"] === true) return { kind: "int-or-string" };
    const rules = rulesOf(schema);
    switch (schema.type) {
        case "array":
            return { kind: "list", of: schemaOf(name, schema.items), identity: identityOf(schema) };
        case "object":
            return isObject(schema.additionalProperties)
                ? { kind: "map", of: schemaOf(name, schema.additionalProperties) }
                : objectSchema(name, schema);
        case "integer":
            return { kind: "int64", rules };
        case "number":
        case "string":
        case "boolean":
            return { kind: schema.type, rules };
        default:
            return ANYTHING;
    }
}

function objectSchema(name: string, schema: Properties): ObjectSchema {
    const properties = isObject(schema.properties) ? schema.properties : {};
    const required = strings(schema.required);
    return {
        kind: "object",
        name,
        atomic: schema["x-kubernetes-map-type"] === "atomic",
        open:
            schema["x-kubernetes-preserve-unknown-fields"] === true ||
            schema["x-kubernetes-embedded-resource"] === true ||
            schema.additionalProperties === true,
        fields: () =>
            new Map(
                Object.entries(properties).map(([field, inside]) => [
                    field,
                    { required: required.includes(field), schema: schemaOf(field, inside) },
                ]),
            ),
    };
}

function identityOf(schema: Properties): readonly string[] | "item" | "none" {
    switch (schema["x-kubernetes-list-type"]) {
        case "map":
            return strings(schema["x-kubernetes-list-map-keys"]);
        case "set":
            return "item";
        default:
            return "none";
    }
}

function rulesOf(schema: Properties): ScalarRules {
    const number = (value: Value | undefined): number | undefined =>
        typeof value === "number" ? value : undefined;
    return {
        enum: Array.isArray(schema.enum) ? (schema.enum as string[]) : undefined,
        pattern: text(schema.pattern),
        minimum: number(schema.minimum),
        maximum: number(schema.maximum),
        minLength: number(schema.minLength),
        maxLength: number(schema.maxLength),
    };
}
