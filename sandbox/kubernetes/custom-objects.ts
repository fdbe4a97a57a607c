import { at, objects, text } from "../cloud/values";
import type { CloudObject } from "../cloud/account";
import type { Call } from "../plugin/call";
import { typeOf } from "./api/gvk";
import { DEFINITION } from "./api/served";

/**
 * Removes the custom objects whose definition is about to go; objects of other kinds take nothing along.
 * Source: https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#delete-a-customresourcedefinition
 */
export function removeCustomObjects({ type, properties }: CloudObject, call: Call): void {
    if (type !== DEFINITION) return;
    const group = text(at(properties, "spec.group")) ?? "";
    const kind = text(at(properties, "spec.names.kind")) ?? "";
    for (const { name } of objects(at(properties, "spec.versions"))) {
        for (const object of call.list(typeOf({ group, version: text(name) ?? "", kind })))
            call.remove(object);
    }
}
