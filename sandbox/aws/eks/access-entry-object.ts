import { randomUUID } from "node:crypto";
import { strings, text, type Properties } from "../../cloud/values";
import type { Call } from "../../plugin/call";
import { arn } from "../format/ids";
import { timestamp } from "../format/timestamp";
import { EKS_TYPES } from "../types";

/** Terraform's id of an access entry. */
export function accessEntryId(clusterName: string, principalArn: string): string {
    return `${clusterName}:${principalArn}`;
}

/**
 * What EKS fills in for an access entry.
 * Source: https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateAccessEntry.html (username, groups).
 */
export function accessEntryOutputs(inputs: Properties, call: Call): Properties {
    const clusterName = text(inputs.clusterName) ?? "";
    const principalArn = text(inputs.principalArn) ?? "";
    const [, accountId, kind, name] = PRINCIPAL.exec(principalArn) ?? [];
    const type = text(inputs.type) ?? "STANDARD";
    const isNode = type !== "STANDARD" && type !== "FARGATE_LINUX";
    const person =
        kind === "role"
            ? `arn:${call.caller.partition}:sts::${accountId}:assumed-role/${name}/{{SessionName}}`
            : principalArn;
    const resource = `access-entry/${clusterName}/${kind}/${accountId}/${name}/${randomUUID()}`;
    return {
        type,
        accessEntryArn: arn("eks", resource, call.caller),
        createdAt: timestamp(),
        modifiedAt: timestamp(),
        kubernetesGroups: isNode ? ["system:nodes"] : strings(inputs.kubernetesGroups),
        userName: isNode ? "system:node:{{EC2PrivateDNSName}}" : (text(inputs.userName) ?? person),
    };
}

/** A role or a user of some account; paths are allowed in front of the name. */
export const PRINCIPAL = /^arn:[\w-]+:iam::(\d{12}):(role|user)\/(?:.*\/)?([\w+=,.@-]+)$/;

/** Puts an entry that EKS makes by itself; one that is there stays. */
export function putAccessEntry(
    inputs: { clusterName: string; principalArn: string; type: string },
    call: Call,
): void {
    const id = accessEntryId(inputs.clusterName, inputs.principalArn);
    if (call.find(EKS_TYPES.accessEntry, id) !== undefined) return;
    const properties = { ...inputs, tags: {}, tagsAll: {}, ...accessEntryOutputs(inputs, call) };
    call.put({ type: EKS_TYPES.accessEntry, id, properties });
}
