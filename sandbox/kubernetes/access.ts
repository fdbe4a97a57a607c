import { fits } from "../cloud/wildcards";
import { ACCESS_POLICIES, type AccessRule } from "./access-policies";
import type { Attempt } from "./types";
import type { User } from "./users";

/** Whether one of the user's policies allows the request. Policies only allow; none forbids. */
export function isAllowed(user: User, attempt: Attempt): boolean {
    return user.policies.some(({ name, namespaces }) => {
        // A scope names namespaces, also as `dev-*`: https://docs.aws.amazon.com/eks/latest/userguide/access-policies.html
        const isInScope =
            namespaces === undefined ||
            (attempt.namespace !== undefined &&
                namespaces.some((pattern) => fits(pattern, attempt.namespace!, "*")));
        return isInScope && (ACCESS_POLICIES[name] ?? []).some((rule) => covers(rule, attempt));
    });
}

function covers({ group, resources, verbs }: AccessRule, attempt: Attempt): boolean {
    const [resource, ...parts] = attempt.resource.split(".");
    const isCovered = (allowed: readonly string[], wanted: string): boolean =>
        allowed.includes("*") || allowed.includes(wanted);
    return (
        isCovered([group], parts.join(".")) &&
        isCovered(resources, resource) &&
        isCovered(verbs, attempt.verb)
    );
}

/** The sentence of the API server's authorizer. Source: kubernetes, apiserver responsewriters/errors.go, Forbidden. */
export function forbidden(user: User, attempt: Attempt): string {
    const [resource, ...group] = attempt.resource.split(".");
    const subject = attempt.name === undefined ? attempt.resource : `${attempt.resource} "${attempt.name}"`;
    const place =
        attempt.namespace === undefined ? "at the cluster scope" : `in the namespace "${attempt.namespace}"`;
    const wish = `cannot ${attempt.verb} resource "${resource}" in API group "${group.join(".")}" ${place}`;
    return `${subject} is forbidden: User "${user.name}" ${wish}`;
}
