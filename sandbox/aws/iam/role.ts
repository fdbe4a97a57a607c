import { objects, strings, text, UNKNOWN, type Properties } from "../../cloud/values";
import type { Call } from "../../plugin/call";
import type { Fake } from "../../plugin/fake";
import { iamArn, randomId } from "../format/ids";
import { between, jsonText } from "../plan/checks";
import { planRule } from "../plan/rule";
import { timestamp } from "../format/timestamp";
import { uniqueName } from "../format/unique-name";
import { ROLE, ROLE_POLICY, ROLE_POLICY_ATTACHMENT } from "../types";
import { managedPolicyActions } from "./managed-policies";
import { MalformedPolicy, readPolicy, sameDocument, type Place } from "./policy-document";

const CREATE = "https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html";
const DELETE = "https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteRole.html";

/** Source of the rows of `replaceOn`. */
const FORCE_NEW = "terraform-provider-aws internal/service/iam/role.go, ForceNew";

/** An IAM role. */
export const role: Fake = {
    type: ROLE,
    service: "IAM",
    operations: { create: "CreateRole", read: "GetRole", update: "UpdateRole", delete: "DeleteRole" },
    replaceOn: {
        name: FORCE_NEW,
        namePrefix: FORCE_NEW,
        path: FORCE_NEW,
    },
    // Source: pulumi-aws, provider/resources.go (aws_iam_role).
    autoName: { property: "name", maxLength: 64 },
    defaults: { path: "/", maxSessionDuration: 3600, forceDetachPolicies: false },
    refusals: {
        EntityAlreadyExists: {
            sentence: "Role with name {name} already exists.",
            status: 409,
            source: CREATE,
        },
        MalformedPolicyDocument: { sentence: "{problem}", source: CREATE },
        NoSuchEntity: {
            sentence: "Policy {arn} does not exist or is not attachable.",
            status: 404,
            operation: "AttachRolePolicy",
            source: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_AttachRolePolicy.html",
        },
        "DeleteConflict: inline policies": {
            code: "DeleteConflict",
            sentence: "Cannot delete entity, must delete policies first.",
            status: 409,
            source: DELETE,
        },
        "DeleteConflict: attached policies": {
            code: "DeleteConflict",
            sentence: "Cannot delete entity, must detach all policies first.",
            status: 409,
            source: DELETE,
        },
    },
    sameValue: (path, before, after) =>
        (path === "assumeRolePolicy" || path === "inlinePolicies.policy") && sameDocument(before, after),
    check: (inputs) => [
        ...planRule(
            inputs,
            "name",
            (name) => NAME.test(name) && name.length <= 64,
            "has 1 to 64 letters, digits and +=,.@_-",
        ),
        ...jsonText(inputs, "assumeRolePolicy"),
        ...between(inputs, "maxSessionDuration", 3600, 43_200),
    ],
    create(inputs, call) {
        const name = uniqueName(inputs);
        if (call.find(role.type, name) !== undefined) call.refuse("EntityAlreadyExists", { name });
        checkPolicies(inputs, call);
        const path = text(inputs.path) ?? "/";
        return {
            id: name,
            outputs: {
                name,
                namePrefix: text(inputs.namePrefix) ?? "",
                arn: iamArn(`role${path}${name}`, call.caller),
                createDate: timestamp(),
                uniqueId: `AROA${randomId(17, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")}`,
                managedPolicyArns: strings(inputs.managedPolicyArns),
                inlinePolicies: objects(inputs.inlinePolicies),
            },
        };
    },
    update(inputs, _, call) {
        checkPolicies(inputs, call);
        return {};
    },
    // The console detaches what a role holds before it deletes it; one call of the API does not.
    providersOwn: ["forceDetachPolicies"],
    delete(object, call) {
        const held = [
            ["DeleteConflict: inline policies", ROLE_POLICY],
            ["DeleteConflict: attached policies", ROLE_POLICY_ATTACHMENT],
        ] as const;
        for (const [row, type] of held) {
            const left = call.list(type).filter((item) => item.properties.role === object.id);
            if (left.length > 0 && object.properties.forceDetachPolicies !== true) call.refuse(row);
            for (const item of left) call.remove(item);
        }
    },
};

/** Source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html, RoleName. */
const NAME = /^[\w+=,.@-]+$/;

function checkPolicies(inputs: Properties, call: Call): void {
    requireWellFormed(text(inputs.assumeRolePolicy) ?? "", "trust", call);
    for (const policy of objects(inputs.inlinePolicies)) {
        if (text(policy.policy) !== undefined) requireWellFormed(text(policy.policy) ?? "", "identity", call);
    }
    const boundary = text(inputs.permissionsBoundary);
    for (const arn of [...strings(inputs.managedPolicyArns), ...(boundary ? [boundary] : [])])
        requireAttachable(arn, call);
}

/** Refuses with the row MalformedPolicyDocument, which the caller's table has to hold. */
export function requireWellFormed(document: string, place: Place, call: Call): void {
    try {
        readPolicy(document, place);
    } catch (error) {
        if (!(error instanceof MalformedPolicy)) throw error;
        call.refuse("MalformedPolicyDocument", { problem: error.message });
    }
}

/**
 * Refuses with the row NoSuchEntity. Policies of the account itself are taken for there: the program makes none,
 * and a permissions boundary comes from the account's owner.
 */
export function requireAttachable(arn: string, call: Call): void {
    if (arn === UNKNOWN) return;
    const own = new RegExp(`^arn:[\\w-]+:iam::${call.caller.accountId}:policy/[\\w+=,.@/-]+$`).test(arn);
    if (!own && managedPolicyActions(arn) === undefined) call.refuse("NoSuchEntity", { arn });
}
