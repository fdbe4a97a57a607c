import { isObject, objects, strings, text, UNKNOWN, type Properties } from "../../cloud/values";
import { invalid, notSupported, required, type Rule } from "./problem";

const GROUP = "rbac.authorization.k8s.io";

/** Source of all: kubernetes pkg/apis/rbac/validation/validation.go. */
export const role: Rule = ({ rules }) => ruleProblems(objects(rules), true);

export const clusterRole: Rule = ({ rules }) => ruleProblems(objects(rules), false);

export const roleBinding: Rule = (object) => bindingProblems(object, ["Role", "ClusterRole"], true);

export const clusterRoleBinding: Rule = (object) => bindingProblems(object, ["ClusterRole"], false);

function ruleProblems(rules: readonly Properties[], isNamespaced: boolean): string[] {
    return rules.flatMap((rule, index) => {
        const field = `rules[${index}]`;
        const [verbs, urls] = [strings(rule.verbs), strings(rule.nonResourceURLs)];
        const [groups, resources] = [strings(rule.apiGroups), strings(rule.resources)];
        const problems =
            verbs.length === 0 ? [required(`${field}.verbs`, "verbs must contain at least one value")] : [];
        if (urls.length > 0) {
            if (isNamespaced) {
                const problem = "namespaced rules cannot apply to non-resource URLs";
                problems.push(invalid(`${field}.nonResourceURLs`, urls, problem));
            }
            if (groups.length + resources.length + strings(rule.resourceNames).length > 0) {
                const problem = "rules cannot apply to both regular resources and non-resource URLs";
                problems.push(invalid(`${field}.nonResourceURLs`, urls, problem));
            }
            return problems;
        }
        if (groups.length === 0)
            problems.push(
                required(`${field}.apiGroups`, "resource rules must supply at least one api group"),
            );
        if (resources.length === 0)
            problems.push(required(`${field}.resources`, "resource rules must supply at least one resource"));
        return problems;
    });
}

function bindingProblems(object: Properties, kinds: string[], isNamespaced: boolean): string[] {
    const ref = isObject(object.roleRef) ? object.roleRef : {};
    const problems: string[] = [];
    const group = ref.apiGroup ?? "";
    // An empty group is filled in (kubernetes pkg/apis/rbac/v1/defaults.go).
    if (group !== "" && group !== UNKNOWN && group !== GROUP)
        problems.push(notSupported("roleRef.apiGroup", group, [GROUP]));
    if (ref.kind !== undefined && ref.kind !== UNKNOWN && !kinds.includes(text(ref.kind) ?? ""))
        problems.push(notSupported("roleRef.kind", ref.kind, kinds));
    return [
        ...problems,
        ...objects(object.subjects).flatMap((subject, index) =>
            subjectProblems(`subjects[${index}]`, subject, isNamespaced),
        ),
    ];
}

function subjectProblems(field: string, subject: Properties, isNamespaced: boolean): string[] {
    const { kind } = subject;
    if (kind === UNKNOWN || kind === undefined) return [];
    if (kind === "ServiceAccount") {
        if ((subject.apiGroup ?? "") !== "")
            return [notSupported(`${field}.apiGroup`, subject.apiGroup, [""])];
        const needsNamespace = !isNamespaced && (subject.namespace ?? "") === "";
        return needsNamespace ? [required(`${field}.namespace`)] : [];
    }
    if (kind !== "User" && kind !== "Group")
        return [notSupported(`${field}.kind`, kind, ["ServiceAccount", "User", "Group"])];
    // An empty group is filled in, as in roleRef.
    const isForeign = (subject.apiGroup ?? "") !== "" && subject.apiGroup !== GROUP;
    return isForeign ? [notSupported(`${field}.apiGroup`, subject.apiGroup, [GROUP])] : [];
}
