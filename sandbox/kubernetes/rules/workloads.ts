import { at, equal, isObject, objects, text, UNKNOWN, type Properties, type Value } from "../../cloud/values";
import { labelNameProblems } from "../object-names";
import { duplicate, forbiddenField, invalid, notSupported, required, type Rule } from "./problem";

/**
 * A Deployment, a ReplicaSet, a StatefulSet or a DaemonSet: its selector and its pods.
 * Source: kubernetes pkg/apis/apps/validation/validation.go.
 * @param name as it stands in the sentence on empty selectors
 */
export function workload(name: string): Rule {
    return (object) => {
        const spec = inside(object, "spec");
        const { selector } = spec;
        return [
            ...selectorProblems(selector, name),
            ...labelProblems(selector, at(spec, "template.metadata.labels")),
            ...restartProblems("spec.template", spec, ["Always"], false),
            ...podProblems("spec.template.spec", inside(spec, "template.spec")),
        ];
    };
}

/** What may change in a StatefulSet. Source: the same, ValidateStatefulSetUpdate. */
const MUTABLE = [
    "replicas",
    "ordinals",
    "template",
    "updateStrategy",
    "revisionHistoryLimit",
    "persistentVolumeClaimRetentionPolicy",
    "minReadySeconds",
];

export const statefulSet: Rule = (object, before) => {
    const problems = workload("statefulset")(object);
    if (before === undefined) return problems;
    const fixed = (of: Properties): Properties =>
        Object.fromEntries(Object.entries(inside(of, "spec")).filter(([key]) => !MUTABLE.includes(key)));
    if (equal(fixed(object), fixed(before))) return problems;
    const names = MUTABLE.slice(0, -1)
        .map((key) => `'${key}'`)
        .join(", ");
    const detail = `updates to statefulset spec for fields other than ${names} and '${MUTABLE.at(-1)}' are forbidden`;
    return [...problems, forbiddenField("spec", detail)];
};

/** Source: kubernetes pkg/apis/batch/validation/validation.go, ValidateJobSpec. */
export const job: Rule = (object) => jobProblems("spec", inside(object, "spec"));

export const cronJob: Rule = (object) => {
    const name = text(at(object, "metadata.name")) ?? "";
    const problems = jobProblems("spec.jobTemplate.spec", inside(object, "spec.jobTemplate.spec"));
    // A job's name has eleven characters more than its cron job's.
    if (name.length > 52)
        problems.unshift(invalid("metadata.name", name, "must be no more than 52 characters"));
    return problems;
};

export const pod: Rule = (object) => podProblems("spec", inside(object, "spec"));

function jobProblems(path: string, spec: Properties): string[] {
    return [
        ...restartProblems(`${path}.template`, spec, ["OnFailure", "Never"], true),
        ...podProblems(`${path}.template.spec`, inside(spec, "template.spec")),
    ];
}

function restartProblems(path: string, spec: Properties, allowed: string[], mustBeGiven: boolean): string[] {
    const policy = at(spec, "template.spec.restartPolicy") ?? "";
    const field = `${path}.spec.restartPolicy`;
    if (policy === UNKNOWN || (policy === "" && !mustBeGiven)) return [];
    if (mustBeGiven && (policy === "" || policy === "Always"))
        return [required(field, `valid values: ${allowed.map((value) => JSON.stringify(value)).join(", ")}`)];
    return allowed.includes(String(policy)) ? [] : [notSupported(field, policy, allowed)];
}

function selectorProblems(selector: Value | undefined, name: string): string[] {
    if (selector === undefined || selector === null) return [required("spec.selector")];
    if (!isObject(selector)) return [];
    const isEmpty =
        Object.keys(inside(selector, "matchLabels")).length + objects(selector.matchExpressions).length === 0;
    return isEmpty ? [invalid("spec.selector", selector, `empty selector is invalid for ${name}`)] : [];
}

/** Source: kubernetes pkg/apis/apps/validation/validation.go, ValidatePodTemplateSpecForReplicaSet. */
function labelProblems(selector: Value | undefined, labels: Value | undefined): string[] {
    if (!isObject(selector)) return [];
    const given = isObject(labels) ? labels : {};
    const isMatch = Object.entries(inside(selector, "matchLabels")).every(
        ([key, value]) => given[key] === value || given[key] === UNKNOWN || value === UNKNOWN,
    );
    if (isMatch || labels === UNKNOWN) return [];
    return [invalid("spec.template.metadata.labels", given, "`selector` does not match template `labels`")];
}

/** Source: kubernetes pkg/apis/core/validation/validation.go, validateContainers and validateContainerPorts. */
function podProblems(path: string, spec: Properties): string[] {
    const seen = new Set<string>();
    return ["initContainers", "containers"].flatMap((list) =>
        objects(spec[list]).flatMap((container, index) => {
            const field = `${path}.${list}[${index}]`;
            const name = text(container.name) ?? "";
            const problems = name === "" || name === UNKNOWN ? [] : labelNameProblems(name);
            const found = problems.map((problem) => invalid(`${field}.name`, name, problem));
            if (name !== "" && name !== UNKNOWN && seen.has(name))
                found.push(duplicate(`${field}.name`, name));
            seen.add(name);
            if ((container.image ?? "") === "") found.push(required(`${field}.image`));
            return [...found, ...portProblems(field, container)];
        }),
    );
}

function portProblems(path: string, container: Properties): string[] {
    return objects(container.ports).flatMap(({ containerPort }, index) => {
        const isPort = typeof containerPort !== "number" || (containerPort >= 1 && containerPort <= 65535);
        const field = `${path}.ports[${index}].containerPort`;
        return isPort ? [] : [invalid(field, containerPort, "must be between 1 and 65535, inclusive")];
    });
}

function inside(properties: Properties, path: string): Properties {
    const value = at(properties, path);
    return isObject(value) ? value : {};
}
