import { at, isObject, text, type Properties } from "../../cloud/values";
import type { Call } from "../../plugin/call";
import { LAUNCH_TEMPLATE } from "../types";

/** The template that a node group launches from, resolved. */
export interface NodeTemplate {
    id: string;
    name: string;
    version: string;
    imageId?: string;
    instanceType?: string;
}

/** Finds the template and its version, or refuses with rows of the node group. */
export function nodeTemplate(inputs: Properties, call: Call): NodeTemplate | undefined {
    if (!isObject(inputs.launchTemplate)) return undefined;
    const { id, name } = inputs.launchTemplate;
    const object =
        text(id) === undefined
            ? call.list(LAUNCH_TEMPLATE).find((candidate) => candidate.properties.name === name)
            : call.find(LAUNCH_TEMPLATE, text(id) ?? "");
    if (object === undefined) return call.refuse("launch template", { id: text(id) ?? text(name) ?? "" });
    const version = String(inputs.launchTemplate.version);
    const { latestVersion, defaultVersion } = object.properties;
    const numbers: Properties = { $Latest: latestVersion, $Default: defaultVersion };
    const data = at(object.internal ?? {}, `versions.${String(numbers[version] ?? version)}`);
    if (!isObject(data)) return call.refuse("launch template version", { id: object.id, version });
    return {
        id: object.id,
        name: text(object.properties.name) ?? "",
        version,
        imageId: text(data.imageId),
        instanceType: text(data.instanceType),
    };
}
