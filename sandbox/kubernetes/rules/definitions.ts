import { at, isObject, objects, text, UNKNOWN, type Properties } from "../../cloud/values";
import { dns1035Problems } from "../object-names";
import { invalid, notSupported, required, type Rule } from "./problem";

/**
 * A custom resource definition: its name, its versions, and a schema that is structural.
 * Source: k8s.io/apiextensions-apiserver pkg/apis/apiextensions/validation/validation.go.
 */
export const customResourceDefinition: Rule = (object) => {
    const spec = isObject(object.spec) ? object.spec : {};
    const [group, plural] = [text(spec.group) ?? "", text(at(spec, "names.plural")) ?? ""];
    const name = text(at(object, "metadata.name")) ?? "";
    const problems: string[] = [];
    if (![name, group, plural].includes(UNKNOWN) && name !== `${plural}.${group}`)
        problems.push(invalid("metadata.name", name, 'must be spec.names.plural+"."+spec.group'));
    if (group !== "" && group !== UNKNOWN && !group.includes("."))
        problems.push(invalid("spec.group", group, "should be a domain with at least one dot"));
    const scope = spec.scope;
    if (scope !== undefined && scope !== UNKNOWN && scope !== "Cluster" && scope !== "Namespaced")
        problems.push(notSupported("spec.scope", scope, ["Cluster", "Namespaced"]));
    return [...problems, ...versionProblems(objects(spec.versions)), ...approvalProblems(object, group)];
};

function versionProblems(versions: readonly Properties[]): string[] {
    const problems = versions.flatMap((version, index) => {
        const field = `spec.versions[${index}]`;
        const name = text(version.name) ?? "";
        const schema = at(version, "schema.openAPIV3Schema");
        const named =
            name === UNKNOWN
                ? []
                : dns1035Problems(name).map((problem) => invalid(`${field}.name`, name, problem));
        if (schema === undefined) return [...named, required(`${field}.schema.openAPIV3Schema`)];
        return isObject(schema)
            ? [...named, ...structureProblems(`${field}.schema.openAPIV3Schema`, schema, "at the root")]
            : named;
    });
    const names = versions.map(({ name }) => name);
    if (new Set(names).size < names.length)
        problems.push(
            invalid("spec.versions", versions as Properties[], "must contain unique version names"),
        );
    if (versions.length > 0 && versions.filter(({ storage }) => storage === true).length !== 1) {
        const problem = "must have exactly one version marked as storage version";
        problems.push(invalid("spec.versions", versions as Properties[], problem));
    }
    return problems;
}

/** Every level has a type. Source: pkg/apiserver/schema/validation.go, validateStructuralInvariants. */
function structureProblems(path: string, schema: Properties, place: string): string[] {
    const isRoot = place === "at the root";
    const isFree =
        schema["x-kubernetes-int-or-string"] === true ||
        schema["x-kubernetes-preserve-unknown-fields"] === true;
    const problems: string[] = [];
    if (isRoot && schema.type !== undefined && schema.type !== "object" && schema.type !== UNKNOWN)
        problems.push(invalid(`${path}.type`, schema.type, "must be object at the root"));
    if ((schema.type ?? "") === "" && (!isFree || isRoot))
        problems.push(required(`${path}.type`, `must not be empty ${place}`));
    for (const [name, property] of Object.entries(isObject(schema.properties) ? schema.properties : {})) {
        const isMetadata = isRoot && name === "metadata";
        if (isObject(property) && !isMetadata)
            problems.push(...structureProblems(`${path}.properties[${name}]`, property, FIELDS));
    }
    if (isObject(schema.items))
        problems.push(...structureProblems(`${path}.items`, schema.items, "for specified array items"));
    if (isObject(schema.additionalProperties))
        problems.push(
            ...structureProblems(`${path}.additionalProperties`, schema.additionalProperties, FIELDS),
        );
    return problems;
}

const FIELDS = "for specified object fields";

/** Groups that belong to Kubernetes need a link to the discussion. Source: the first file, validateAPIApproval. */
function approvalProblems(object: Properties, group: string): string[] {
    const isProtected = /(^|\.)(k8s|kubernetes)\.io$/.test(group);
    const annotation = "api-approved.kubernetes.io";
    if (!isProtected || at(object, `metadata.annotations["${annotation}"]`) !== undefined) return [];
    const detail =
        'protected groups must have approval annotation "api-approved.kubernetes.io", see https://github.com/kubernetes/enhancements/pull/1111';
    return [required(`metadata.annotations[${annotation}]`, detail)];
}
