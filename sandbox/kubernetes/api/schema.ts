import { apiTable, type ApiTable } from "./table";

/** What may stand at a place of an object. Object types are opened when they are asked for: some hold themselves. */
export type Schema = ScalarSchema | ListSchema | MapSchema | ObjectSchema;

export interface ScalarSchema {
    kind:
        "string" | "int32" | "int64" | "number" | "boolean" | "bytes" | "quantity" | "int-or-string" | "any";
    /** Custom resources alone: the built-in types' rules are code, not schema. */
    rules?: ScalarRules;
}

/** What a custom resource definition may ask of a value. */
export interface ScalarRules {
    enum?: readonly (string | number | boolean)[];
    pattern?: string;
    minimum?: number;
    maximum?: number;
    minLength?: number;
    maxLength?: number;
}

export interface ListSchema {
    kind: "list";
    of: Schema;
    /** What tells items apart: properties, the item itself, or nothing, when the list is one value. */
    identity: readonly string[] | "item" | "none";
}

export interface MapSchema {
    kind: "map";
    of: Schema;
}

export interface ObjectSchema {
    kind: "object";
    /** The Go type, for the API server's sentences: `DeploymentSpec`. */
    name: string;
    /** Server-side apply takes it as one value. */
    atomic: boolean;
    /** Names that are not among the fields are kept as they are. */
    open: boolean;
    fields(): ReadonlyMap<string, Field>;
}

export interface Field {
    schema: Schema;
    required: boolean;
}

/** A place where everything goes. */
export const ANYTHING: ScalarSchema = { kind: "any" };

/**
 * The schema of a built-in object type, as an API server of a minor knows it.
 * @param name `core.v1.PodSpec`
 * @param minor 34 of `1.34`
 */
export function builtInSchema(name: string, minor: number, table: ApiTable = apiTable()): ObjectSchema {
    let fields: ReadonlyMap<string, Field> | undefined;
    const type = table.types[name];
    if (type === undefined) throw new Error(`the table of Kubernetes' types has no ${name}`);
    return {
        kind: "object",
        name: name.split(".").at(-1)!,
        atomic: table.atomic.includes(name),
        open: false,
        fields: () =>
            (fields ??= new Map(
                Object.entries(type)
                    .map(([field, text]) => [field, ...parsed(text)] as const)
                    .filter(([, , minors]) => minors === undefined || minors.includes(minor))
                    .map(([field, text]) => [
                        field,
                        {
                            required: text.startsWith("!"),
                            schema: schemaOf(text.replace(/^!/, ""), minor, table),
                        },
                    ]),
            )),
    };
}

/** `!string 34,35` -> `!string` and the minors. */
function parsed(text: string): [string, number[] | undefined] {
    const [kind, minors] = text.split(" ");
    return [kind, minors?.split(",").map(Number)];
}

function schemaOf(text: string, minor: number, table: ApiTable): Schema {
    if (text.startsWith("#")) return builtInSchema(text.slice(1), minor, table);
    if (text.startsWith("{}")) return { kind: "map", of: schemaOf(text.slice(2), minor, table) };
    const list = /^\[([^\]]*)\](.*)$/.exec(text);
    if (list === null) return { kind: text as ScalarSchema["kind"] };
    const [, keys, item] = list;
    const identity = keys === "" ? "none" : keys === "=" ? "item" : keys.split(",");
    return { kind: "list", of: schemaOf(item, minor, table), identity };
}
