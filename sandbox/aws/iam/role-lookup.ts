import type { CloudObject } from "../../cloud/account";
import { objects, strings, text } from "../../cloud/values";
import type { Call } from "../../plugin/call";
import { ROLE, ROLE_POLICY, ROLE_POLICY_ATTACHMENT } from "../types";
import { managedPolicyActions } from "./managed-policies";
import { covers, matches, readPolicy, trusts } from "./policy-document";

/** The role of an ARN in the caller's account, or undefined. */
export function roleByArn(arn: string, call: Call): CloudObject | undefined {
    const name = /^arn:[\w-]+:iam::\d{12}:role\/(?:.*\/)?([^/]+)$/.exec(arn)?.[1];
    const role = name === undefined ? undefined : call.find(ROLE, name);
    return role?.properties.arn === arn ? role : undefined;
}

/** Whether a role's trust policy lets a service take it. */
export function roleTrusts(role: CloudObject, service: string, actions = ["sts:AssumeRole"]): boolean {
    return trusts(text(role.properties.assumeRolePolicy) ?? "", service, actions);
}

/** The ARNs of the managed policies that a role holds, however they were attached. */
export function attachedPolicies(roleName: string, call: Call): string[] {
    const role = call.find(ROLE, roleName);
    const attachments = call.list(ROLE_POLICY_ATTACHMENT).filter((item) => item.properties.role === roleName);
    return [
        ...strings(role?.properties.managedPolicyArns),
        ...attachments.map((item) => text(item.properties.policyArn) ?? ""),
    ];
}

/** The documents of the inline policies that a role holds. */
export function inlinePolicies(roleName: string, call: Call): string[] {
    const role = call.find(ROLE, roleName);
    const policies = call.list(ROLE_POLICY).filter((item) => item.properties.role === roleName);
    return [
        ...objects(role?.properties.inlinePolicies).map((item) => text(item.policy) ?? ""),
        ...policies.map((item) => text(item.properties.policy) ?? ""),
    ];
}

/**
 * Whether a role may take an action on some resource: a Deny wins, conditions are not looked at.
 * Of managed policies only the actions in managed-policies.ts are known.
 */
export function roleMay(role: CloudObject, action: string, call: Call): boolean {
    const statements = inlinePolicies(role.id, call)
        .filter((document) => document !== "")
        .flatMap((document) => readPolicy(document, "identity"))
        .filter((statement) => covers(statement, action));
    if (statements.some((statement) => statement.effect === "Deny")) return false;
    const managed = attachedPolicies(role.id, call).flatMap((arn) => managedPolicyActions(arn) ?? []);
    return statements.length > 0 || managed.some((pattern) => matches(pattern, action));
}
