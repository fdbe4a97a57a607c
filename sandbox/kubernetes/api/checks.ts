import { isObject, joinPath, UNKNOWN, type Properties, type Value } from "../../cloud/values";
import { unknownProperty, type Failure } from "../../plugin/typings";
import type { ObjectSchema, ScalarRules, ScalarSchema, Schema } from "./schema";

/** What an object has that its schema has not; unknown values are let through. */
export function unknownFields(schema: Schema, value: Value, path = ""): Failure[] {
    switch (schema.kind) {
        case "list":
            return Array.isArray(value)
                ? value.flatMap((item, index) => unknownFields(schema.of, item, `${path}[${index}]`))
                : [];
        case "map":
            return isObject(value)
                ? Object.entries(value).flatMap(([key, item]) =>
                      unknownFields(schema.of, item, join(path, key)),
                  )
                : [];
        case "object": {
            if (!isObject(value)) return [];
            const fields = schema.fields();
            return Object.entries(value).flatMap(([key, item]) => {
                const field = fields.get(key);
                if (field !== undefined) return unknownFields(field.schema, item, join(path, key));
                if (schema.open || key.startsWith("__")) return [];
                return [{ property: join(path, key), reason: unknownProperty(key, [...fields.keys()]) }];
            });
        }
        default:
            return [];
    }
}

/**
 * The first value that can't be read into the Go type, in the words of Go's decoder, which stops there.
 * Source: encoding/json, UnmarshalTypeError; k8s.io/apimachinery pkg/api/resource/quantity.go, ErrFormatWrong.
 */
export function decodingProblem(schema: ObjectSchema, value: Properties): string | undefined {
    return decode(schema, value, { struct: schema.name, keys: [] });
}

interface Place {
    /** The Go struct that holds the property. */
    struct: string;
    /** The way to it from the root, without indices. */
    keys: string[];
}

function decode(schema: Schema, value: Value, place: Place): string | undefined {
    // Go leaves alone what is null.
    if (value === null || value === UNKNOWN) return undefined;
    switch (schema.kind) {
        case "any":
            return undefined;
        case "list":
            if (!Array.isArray(value)) return mismatch(value, place, "[]");
            return first(value, (item) => decode(schema.of, item, place));
        case "map":
            if (!isObject(value)) return mismatch(value, place, "map[string]");
            return first(Object.values(value), (item) => decode(schema.of, item, place));
        case "object": {
            if (!isObject(value)) return mismatch(value, place, schema.name);
            const fields = schema.fields();
            return first(Object.entries(value), ([key, item]) => {
                const field = fields.get(key);
                if (field === undefined) return undefined;
                return decode(field.schema, item, { struct: schema.name, keys: [...place.keys, key] });
            });
        }
        default:
            return decodeScalar(schema, value, place);
    }
}

/** Source: k8s.io/apimachinery pkg/api/resource/quantity.go, splitREString. */
const QUANTITY = /^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$/;

const BASE64 = /^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

function decodeScalar(schema: ScalarSchema, value: Value, place: Place): string | undefined {
    switch (schema.kind) {
        case "string":
            return typeof value === "string" ? undefined : mismatch(value, place, "string");
        case "boolean":
            return typeof value === "boolean" ? undefined : mismatch(value, place, "bool");
        case "number":
            return typeof value === "number" ? undefined : mismatch(value, place, "float64");
        case "int32":
        case "int64":
            return Number.isInteger(value) ? undefined : mismatch(value, place, schema.kind);
        case "int-or-string":
            return typeof value === "string" || Number.isInteger(value)
                ? undefined
                : mismatch(value, place, "int32");
        case "quantity":
            if (typeof value === "number" || (typeof value === "string" && QUANTITY.test(value)))
                return undefined;
            return typeof value === "string"
                ? `quantities must match the regular expression '${QUANTITY.source}'`
                : mismatch(value, place, "string");
        case "bytes":
            if (typeof value !== "string") return mismatch(value, place, "[]uint8");
            return BASE64.test(value.replace(/\s/g, ""))
                ? undefined
                : `illegal base64 data at input byte ${value.search(/[^A-Za-z0-9+/\s]|$/)}`;
        default:
            return undefined;
    }
}

function mismatch(value: Value, { struct, keys }: Place, expected: string): string {
    const shown = typeof value === "number" && !Number.isInteger(value) ? `number ${value}` : jsonKind(value);
    return `json: cannot unmarshal ${shown} into Go struct field ${struct}.${keys.join(".")} of type ${expected}`;
}

function jsonKind(value: Value): string {
    if (Array.isArray(value)) return "array";
    return typeof value === "boolean" ? "bool" : typeof value;
}

function first<T>(items: readonly T[], find: (item: T) => string | undefined): string | undefined {
    for (const item of items) {
        const found = find(item);
        if (found !== undefined) return found;
    }
    return undefined;
}

/**
 * Fields that the document calls required and that the API server fills in.
 * Source: kubernetes pkg/apis/rbac/v1/defaults.go, SetDefaults_RoleBinding and SetDefaults_ClusterRoleBinding.
 */
const FILLED_IN = ["RoleRef.apiGroup"];

/**
 * Fields that are required and missing, `spec.selector: Required value`. An object that is left out counts as one
 * without fields, as it does in Go: what is required inside it is missing, and nothing else.
 */
export function missingFields(schema: Schema, value: Value, path = ""): string[] {
    switch (schema.kind) {
        case "list":
            return Array.isArray(value)
                ? value.flatMap((item, index) => missingFields(schema.of, item, `${path}[${index}]`))
                : [];
        case "map":
            return isObject(value)
                ? Object.entries(value).flatMap(([key, item]) =>
                      missingFields(schema.of, item, `${path}[${key}]`),
                  )
                : [];
        case "object": {
            if (!isObject(value)) return [];
            return [...schema.fields()].flatMap(([key, field]) => {
                const inside = value[key] ?? undefined;
                const place = path === "" ? key : `${path}.${key}`;
                if (inside === UNKNOWN) return [];
                // A `spec` is always a part of its object in Go, never a pointer.
                if (field.schema.kind === "object" && (field.required || key === "spec"))
                    return missingFields(field.schema, inside ?? {}, place);
                const isMissing = field.required && isEmpty(inside);
                if (isMissing && !FILLED_IN.includes(`${schema.name}.${key}`))
                    return [`${place}: Required value`];
                return inside === undefined ? [] : missingFields(field.schema, inside, place);
            });
        }
        default:
            return [];
    }
}

/** What Go leaves out when it writes JSON, and so can't tell from what was never there. */
function isEmpty(value: Value | undefined): boolean {
    return value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
}

/**
 * Values that a custom resource's schema does not let through.
 * Source: k8s.io/apiextensions-apiserver pkg/apiserver/validation/validation.go, kubeOpenAPIResultToFieldErrors.
 */
export function brokenRules(schema: Schema, value: Value, path = ""): string[] {
    if (value === UNKNOWN || value === null) return [];
    switch (schema.kind) {
        case "list":
            return Array.isArray(value)
                ? value.flatMap((item, index) => brokenRules(schema.of, item, `${path}[${index}]`))
                : [typeProblem(path, "array", value)];
        case "map":
            return isObject(value)
                ? Object.entries(value).flatMap(([key, item]) =>
                      brokenRules(schema.of, item, `${path}.${key}`),
                  )
                : [typeProblem(path, "object", value)];
        case "object":
            if (!isObject(value)) return [typeProblem(path, "object", value)];
            return [...schema.fields()].flatMap(([key, field]) => {
                const inside = value[key];
                const place = path === "" ? key : `${path}.${key}`;
                if (inside === undefined) return field.required ? [`${place}: Required value`] : [];
                return brokenRules(field.schema, inside, place);
            });
        default:
            return scalarProblems(schema, value, path);
    }
}

const JSON_TYPES: Partial<Record<ScalarSchema["kind"], (value: Value) => boolean>> = {
    string: (value) => typeof value === "string",
    boolean: (value) => typeof value === "boolean",
    number: (value) => typeof value === "number",
    int32: Number.isInteger,
    int64: Number.isInteger,
    "int-or-string": (value) => typeof value === "string" || Number.isInteger(value),
};

function scalarProblems(schema: ScalarSchema, value: Value, path: string): string[] {
    if (JSON_TYPES[schema.kind]?.(value) === false)
        return [typeProblem(path, schema.kind.replace(/^int\d+$/, "integer"), value)];
    return ruleProblems(schema.rules ?? {}, value, path);
}

function ruleProblems(rules: ScalarRules, value: Value, path: string): string[] {
    const invalid = (rule: string): string =>
        `${path}: Invalid value: ${JSON.stringify(value)}: ${path} in body should ${rule}`;
    const problems: string[] = [];
    if (rules.enum !== undefined && !rules.enum.includes(value as string)) {
        const supported = rules.enum.map((item) => JSON.stringify(item)).join(", ");
        problems.push(`${path}: Unsupported value: ${JSON.stringify(value)}: supported values: ${supported}`);
    }
    if (typeof value === "string") {
        if (rules.pattern !== undefined && !matches(rules.pattern, value))
            problems.push(invalid(`match '${rules.pattern}'`));
        if (rules.minLength !== undefined && value.length < rules.minLength)
            problems.push(invalid(`be at least ${rules.minLength} chars long`));
        if (rules.maxLength !== undefined && value.length > rules.maxLength)
            problems.push(`${path}: Too long: may not be more than ${rules.maxLength} bytes`);
    }
    if (typeof value === "number") {
        if (rules.minimum !== undefined && value < rules.minimum)
            problems.push(invalid(`be greater than or equal to ${rules.minimum}`));
        if (rules.maximum !== undefined && value > rules.maximum)
            problems.push(invalid(`be less than or equal to ${rules.maximum}`));
    }
    return problems;
}

/** A pattern that only Go's regular expressions can read lets everything through. */
function matches(pattern: string, value: string): boolean {
    try {
        return new RegExp(pattern).test(value);
    } catch {
        return true;
    }
}

function typeProblem(path: string, expected: string, value: Value): string {
    const actual = Array.isArray(value) ? "array" : Number.isInteger(value) ? "integer" : typeof value;
    return (
        `${path}: Invalid value: ${JSON.stringify(actual)}: ${path} in body must be of type ${expected}: ` +
        JSON.stringify(actual)
    );
}

function join(path: string, key: string): string {
    return path === "" ? key : joinPath(path, key);
}
