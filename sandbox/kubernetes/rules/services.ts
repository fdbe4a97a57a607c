import { at, isObject, objects, text, UNKNOWN, type Properties } from "../../cloud/values";
import { duplicate, forbiddenField, invalid, notSupported, required, type Rule } from "./problem";

const TYPES = ["ClusterIP", "ExternalName", "LoadBalancer", "NodePort"];

/** Source: kubernetes pkg/apis/core/validation/validation.go, ValidateService and validateServicePort. */
export const service: Rule = (object) => {
    const spec = isObject(object.spec) ? object.spec : {};
    const type = spec.type ?? "ClusterIP";
    const ports = objects(spec.ports);
    const isHeadless = spec.clusterIP === "None";
    const problems: string[] = [];
    if (ports.length === 0 && type !== "ExternalName" && !isHeadless) problems.push(required("spec.ports"));
    if (type === "ExternalName" && (spec.externalName ?? "") === "")
        problems.push(required("spec.externalName"));
    problems.push(...portProblems(ports));
    if (type !== UNKNOWN && !TYPES.includes(String(type)))
        problems.push(notSupported("spec.type", type, TYPES));
    if (type === "ClusterIP") {
        ports.forEach(({ nodePort }, index) => {
            if ((nodePort ?? 0) === 0) return;
            const detail = "may not be used when `type` is 'ClusterIP'";
            problems.push(forbiddenField(`spec.ports[${index}].nodePort`, detail));
        });
    }
    if (isHeadless && (type === "LoadBalancer" || type === "NodePort"))
        problems.push(invalid("spec.clusterIPs[0]", "None", `may not be set to 'None' for ${type} services`));
    return problems;
};

function portProblems(ports: readonly Properties[]): string[] {
    const names = new Set<string>();
    return ports.flatMap(({ name, port }, index) => {
        const field = `spec.ports[${index}]`;
        const problems: string[] = [];
        const given = text(name) ?? "";
        if (given === "" && ports.length > 1) problems.push(required(`${field}.name`));
        else if (given !== "" && given !== UNKNOWN && names.has(given))
            problems.push(duplicate(`${field}.name`, given));
        names.add(given);
        if (typeof port === "number" && (port < 1 || port > 65535))
            problems.push(invalid(`${field}.port`, port, "must be between 1 and 65535, inclusive"));
        return problems;
    });
}

/** Source: kubernetes pkg/apis/networking/validation/validation.go, ValidateIngressSpec and validateHTTPIngressPath. */
export const ingress: Rule = (object) => {
    const spec = isObject(object.spec) ? object.spec : {};
    const rules = objects(spec.rules);
    const problems =
        rules.length === 0 && spec.defaultBackend === undefined
            ? [invalid("spec", spec, "either `defaultBackend` or `rules` must be specified")]
            : [];
    rules.forEach((rule, index) => {
        objects(at(rule, "http.paths")).forEach(({ path, pathType }, number) => {
            const field = `spec.rules[${index}].http.paths[${number}]`;
            const mustBeAbsolute = pathType === "Exact" || pathType === "Prefix";
            if (mustBeAbsolute && path !== UNKNOWN && !(text(path) ?? "").startsWith("/"))
                problems.push(invalid(`${field}.path`, path ?? "", "must be an absolute path"));
        });
    });
    return problems;
};

/** Source: kubernetes pkg/apis/policy/validation/validation.go, ValidatePodDisruptionBudgetSpec. */
export const podDisruptionBudget: Rule = (object) => {
    const spec = isObject(object.spec) ? object.spec : {};
    const given = (key: string): boolean => (spec[key] ?? undefined) !== undefined;
    if (!given("minAvailable") || !given("maxUnavailable")) return [];
    return [invalid("spec", spec, "minAvailable and maxUnavailable cannot be both set")];
};
