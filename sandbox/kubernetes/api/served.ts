import type { CloudObject } from "../../cloud/account";
import { at, isObject, objects, text, type Properties } from "../../cloud/values";
import type { Call } from "../../plugin/call";
import { callerOf, isUnreachable } from "../connection";
import { customSchema } from "./custom-schema";
import { apiVersionOf, type Gvk } from "./gvk";
import { builtInSchema, type ObjectSchema } from "./schema";
import { apiTable } from "./table";

/** A kind as the API server of a cluster serves it. */
export interface Served extends Gvk {
    /** `deployments` */
    plural: string;
    namespaced: boolean;
    schema: ObjectSchema;
    /** The definition that a custom kind comes from. */
    definition?: CloudObject;
    /** Versions of the same group in which the same objects can be read. */
    versions: readonly string[];
}

export const DEFINITION = "kubernetes:apiextensions.k8s.io/v1:CustomResourceDefinition";

/** How a cluster serves a kind; undefined when it does not. */
export function servedKind(gvk: Gvk, call: Call): Served | undefined {
    return builtInKind(gvk, minorOf(call)) ?? customKind(gvk, call);
}

/** A kind that every cluster of a minor serves. */
export function builtInKind(gvk: Gvk, minor: number): Served | undefined {
    const { kinds } = apiTable();
    const entry = kinds[`${apiVersionOf(gvk)}/${gvk.kind}`];
    if (entry === undefined || (entry.minors !== undefined && !entry.minors.includes(minor)))
        return undefined;
    const versions = ["v1", "v2"].filter(
        (version) => kinds[`${apiVersionOf({ ...gvk, version })}/${gvk.kind}`] !== undefined,
    );
    const { plural, namespaced } = entry;
    return { ...gvk, plural, namespaced, versions, schema: builtInSchema(entry.type, minor) };
}

/** A kind that a definition in the cluster brings. */
function customKind(gvk: Gvk, call: Call): Served | undefined {
    for (const definition of call.list(DEFINITION)) {
        const spec = isObject(definition.properties.spec) ? definition.properties.spec : {};
        const names = isObject(spec.names) ? spec.names : {};
        if (spec.group !== gvk.group || names.kind !== gvk.kind) continue;
        const served = objects(spec.versions).filter((version) => version.served === true);
        const version = served.find(({ name }) => name === gvk.version);
        if (version === undefined) continue;
        return {
            ...gvk,
            plural: text(names.plural) ?? "",
            namespaced: spec.scope === "Namespaced",
            versions: served.map(({ name }) => text(name) ?? ""),
            schema: customSchema(gvk.kind, schemaOf(version), minorOf(call)),
            definition,
        };
    }
    return undefined;
}

function schemaOf(version: Properties): Properties | undefined {
    const schema = at(version, "schema.openAPIV3Schema");
    return isObject(schema) ? schema : undefined;
}

/**
 * The minor of the cluster's version: 34 of `1.34`, and the closest one that the table has. Without a cluster it is
 * the newest: nothing is refused for being too new before it is known where it goes.
 */
export function minorOf(call: Call): number {
    const minors = Object.keys(apiTable().sources).map((version) => Number(version.split(".")[1]));
    const [oldest, newest] = [Math.min(...minors), Math.max(...minors)];
    const { connection } = callerOf(call);
    if (isUnreachable(connection)) return newest;
    const version = text(connection.cluster.properties.version);
    const minor = version === undefined ? newest : Number(version.split(".")[1]);
    return Math.min(Math.max(minor, oldest), newest);
}

/** `deployments.apps`, as access rules and refusals name it. */
export function resourceOf({ plural, group }: Pick<Served, "plural" | "group">): string {
    return group === "" ? plural : `${plural}.${group}`;
}
