import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import type { ApiTable, FieldText, KindEntry } from "../kubernetes/api/table";

/** The Go module that carries the documents; its `api/` folder holds what an API server of that release answers. */
const MODULE = "k8s.io/kubernetes";

/** The releases that are read, one for each minor that EKS offers in standard support. */
export const RELEASES: readonly string[] = ["v1.33.13", "v1.34.4", "v1.35.4"];

/** A property's schema in a Swagger 2 document, as far as it is read. */
interface Schema {
    type?: string;
    format?: string;
    $ref?: string;
    items?: Schema;
    additionalProperties?: Schema;
    properties?: Record<string, Schema>;
    required?: string[];
    "x-kubernetes-list-type"?: string;
    "x-kubernetes-list-map-keys"?: string[];
    "x-kubernetes-map-type"?: string;
    "x-kubernetes-group-version-kind"?: { group: string; version: string; kind: string }[];
}

/** The documents of one release. */
export interface Release {
    /** 34 of `v1.34.4` */
    minor: number;
    version: string;
    /** The module's checksum, as in go.sum. */
    sum: string;
    /** `api/openapi-spec/swagger.json` */
    openapi: { definitions: Record<string, Schema> };
    /** `api/discovery/api__v1.json` and `apis__<group>__<version>.json` */
    discovery: readonly Discovery[];
}

/** What an API server answers for one group and version. */
export interface Discovery {
    /** `apps/v1` */
    groupVersion: string;
    resources: { name: string; kind: string; namespaced: boolean; verbs: string[] }[];
}

/**
 * Fetches the documents of a release with the Go command, which checks them against Go's checksum database.
 * @throws Error when there is no Go, or no way to a module proxy
 */
export function fetchRelease(version: string): Release {
    const answer = execFileSync("go", ["mod", "download", "-json", `${MODULE}@${version}`], {
        encoding: "utf8",
        // Outside of any module: the engine's own go.mod is not to be changed.
        cwd: path.parse(process.cwd()).root,
    });
    const { Dir: folder, Sum: sum } = JSON.parse(answer) as { Dir: string; Sum: string };
    const read = (...parts: string[]): unknown =>
        JSON.parse(fs.readFileSync(path.join(folder, "api", ...parts), "utf8"));
    const files = fs.readdirSync(path.join(folder, "api", "discovery"));
    return {
        minor: Number(version.split(".")[1]),
        version,
        sum,
        openapi: read("openapi-spec", "swagger.json") as Release["openapi"],
        discovery: files
            .filter((file) => /^(api|apis__[^_]+)__[^_]+\.json$/.test(file))
            .map((file) => read("discovery", file) as Discovery),
    };
}

/** Makes one table of several releases, oldest first. What not all of them have carries a note of the minors. */
export function apiTableOf(releases: readonly Release[]): ApiTable {
    const all = releases.map(({ minor }) => minor);
    const kinds = new Map<string, KindEntry & { minors: number[] }>();
    const types = new Map<string, Map<string, { text: string; minors: number[] }>>();
    const atomic = new Set<string>();
    for (const release of releases) {
        const { definitions } = release.openapi;
        const names = new Map(
            Object.entries(definitions).flatMap(([name, { "x-kubernetes-group-version-kind": gvks }]) =>
                // A type of every group (DeleteOptions) is no kind.
                gvks?.length === 1 ? [[keyOf(gvks[0]), name]] : [],
            ),
        );
        const reader = new TypeReader(definitions);
        for (const [key, entry] of servedKinds(release.discovery)) {
            const name = names.get(key);
            // Reviews and the like are questions; nothing stands in the cluster afterwards.
            if (name === undefined) continue;
            const known = kinds.get(key);
            kinds.set(key, {
                ...entry,
                type: short(name),
                minors: [...(known?.minors ?? []), release.minor],
            });
            reader.visit(name);
        }
        for (const [name, fields] of reader.types) {
            const merged = types.get(name) ?? new Map<string, { text: string; minors: number[] }>();
            types.set(name, merged);
            for (const [field, text] of fields) {
                // The newest release says what it is.
                merged.set(field, { text, minors: [...(merged.get(field)?.minors ?? []), release.minor] });
            }
        }
        for (const name of reader.atomic) atomic.add(name);
    }
    const typeMinors = new Map(
        [...types].map(([name, fields]) => [name, union([...fields.values()].map(({ minors }) => minors))]),
    );
    return {
        sources: Object.fromEntries(
            releases.map(({ minor, version, sum }) => [`1.${minor}`, { version, sum }]),
        ),
        kinds: sorted(kinds, ({ minors, ...entry }) =>
            minors.length < all.length ? { ...entry, minors } : entry,
        ),
        types: sorted(types, (fields, name) =>
            sorted(fields, ({ text, minors }) => withMinors(text, minors, typeMinors.get(name) ?? all)),
        ),
        atomic: [...atomic].sort(),
    };
}

/** The table as it is committed: a line for each kind and each type, so that a new release is read as a diff. */
export function apiTableText(table: ApiTable): string {
    const lines = (record: object): string =>
        Object.entries(record)
            .map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`)
            .join(",\n");
    return (
        `{\n "sources": {\n${lines(table.sources)}\n },\n "kinds": {\n${lines(table.kinds)}\n },\n` +
        ` "types": {\n${lines(table.types)}\n },\n "atomic": ${JSON.stringify(table.atomic)}\n}\n`
    );
}

/**
 * The kinds that a server serves unless it is told otherwise and that can be created: alpha and beta versions are off.
 * Source: kubernetes pkg/controlplane/instance.go, DefaultAPIResourceConfigSource (the same in all three minors).
 */
function servedKinds(discovery: readonly Discovery[]): [string, Omit<KindEntry, "type">][] {
    return discovery
        .filter(({ groupVersion }) => /^(.*\/)?v\d+$/.test(groupVersion))
        .flatMap(({ groupVersion, resources }) =>
            resources
                .filter(
                    ({ name, verbs }) =>
                        !name.includes("/") && verbs.includes("create") && verbs.includes("get"),
                )
                .map(({ name, kind, namespaced }): [string, Omit<KindEntry, "type">] => [
                    `${groupVersion}/${kind}`,
                    { plural: name, namespaced },
                ]),
        );
}

function keyOf({ group, version, kind }: { group: string; version: string; kind: string }): string {
    return [...(group === "" ? [] : [group]), version, kind].join("/");
}

/** Collects the object types that a kind is made of. */
class TypeReader {
    readonly types = new Map<string, Map<string, FieldText>>();
    readonly atomic = new Set<string>();

    constructor(private readonly definitions: Record<string, Schema>) {}

    visit(name: string): void {
        if (this.types.has(short(name))) return;
        const fields = new Map<string, FieldText>();
        this.types.set(short(name), fields);
        const { properties = {}, required = [], ...type } = this.definitions[name];
        const isKind = type["x-kubernetes-group-version-kind"] !== undefined;
        if (type["x-kubernetes-map-type"] === "atomic") this.atomic.add(short(name));
        for (const [field, schema] of Object.entries(properties)) {
            // Nobody writes a status by way of a resource; leaving it open keeps the table small.
            const text = isKind && field === "status" ? "any" : this.kind(schema);
            fields.set(field, (required.includes(field) ? "!" : "") + text);
        }
    }

    private kind(schema: Schema): string {
        if (schema.$ref !== undefined) return this.reference(schema.$ref.replace("#/definitions/", ""));
        switch (schema.type) {
            case "array":
                return `[${listKeys(schema)}]${this.kind(schema.items ?? {})}`;
            case "object":
                return schema.additionalProperties === undefined
                    ? "any"
                    : `{}${this.kind(schema.additionalProperties)}`;
            case "string":
                return schema.format === "byte" ? "bytes" : "string";
            case "integer":
                return schema.format ?? "int64";
            case "number":
            case "boolean":
                return schema.type;
            default:
                return "any";
        }
    }

    private reference(name: string): string {
        const type = this.definitions[name];
        if (type.properties !== undefined) {
            this.visit(name);
            return `#${short(name)}`;
        }
        if (type.format === "int-or-string") return "int-or-string";
        if (name.endsWith(".Quantity")) return "quantity";
        return type.type === "string" ? "string" : "any";
    }
}

function listKeys(schema: Schema): string {
    switch (schema["x-kubernetes-list-type"]) {
        case "map":
            return (schema["x-kubernetes-list-map-keys"] ?? []).join(",");
        case "set":
            return "=";
        default:
            return "";
    }
}

/** `io.k8s.api.core.v1.PodSpec` -> `core.v1.PodSpec`. */
function short(name: string): string {
    return name.split(".").slice(-3).join(".");
}

function withMinors(text: string, minors: readonly number[], all: readonly number[]): string {
    return minors.length < all.length ? `${text} ${minors.join(",")}` : text;
}

function union(lists: number[][]): number[] {
    return [...new Set(lists.flat())];
}

function sorted<T, U>(map: ReadonlyMap<string, T>, shown: (value: T, key: string) => U): Record<string, U> {
    return Object.fromEntries(
        [...map].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, value]) => [key, shown(value, key)]),
    );
}
