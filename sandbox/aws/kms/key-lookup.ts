import type { CloudObject } from "../../cloud/account";
import { text } from "../../cloud/values";
import type { Call } from "../../plugin/call";
import { covers, matches, readPolicy, type Statement } from "../iam/policy-document";
import { KMS_KEY } from "../types";

/** The key of an id or an ARN in the caller's account and region, or undefined. */
export function keyByReference(reference: string, call: Call): CloudObject | undefined {
    const id = reference.split("/").at(-1) ?? "";
    const key = call.find(KMS_KEY, id);
    return key !== undefined && (reference === id || key.properties.arn === reference) ? key : undefined;
}

/**
 * Whether a key can be used by a service for one resource: it is enabled, and its policy names the service.
 * @param resourceArn what an encryption context condition of the policy is compared with
 */
export function serviceMayUse(
    key: CloudObject,
    service: string,
    actions: readonly string[],
    resourceArn: string,
): boolean {
    if (key.properties.isEnabled === false) return false;
    const statements = readPolicy(text(key.properties.policy) ?? "", "resource").filter(
        (statement) => statement.principals.Service?.includes(service) && fitsContext(statement, resourceArn),
    );
    return actions.every((action) => {
        const effects = statements.filter((statement) => covers(statement, action));
        return effects.length > 0 && effects.every((statement) => statement.effect === "Allow");
    });
}

/** Conditions on the encryption context have to fit the resource; others are taken for met. */
function fitsContext(statement: Statement, resourceArn: string): boolean {
    return Object.values(statement.conditions).every((test) =>
        Object.entries(test as Record<string, string | string[]>)
            .filter(([key]) => key.startsWith("kms:EncryptionContext:"))
            .every(([, patterns]) => [patterns].flat().some((pattern) => matches(pattern, resourceArn))),
    );
}
