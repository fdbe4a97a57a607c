import { text } from "../../cloud/values";
import type { Fake } from "../../plugin/fake";
import { arnText } from "../plan/checks";
import { ROLE_POLICY_ATTACHMENT } from "../types";
import { attachedPolicies } from "./role-lookup";
import { requireAttachable, role } from "./role";

const ATTACH = "https://docs.aws.amazon.com/IAM/latest/APIReference/API_AttachRolePolicy.html";

/** Source of the rows of `replaceOn`. */
const FORCE_NEW = "terraform-provider-aws internal/service/iam/role_policy_attachment.go, ForceNew";

/** A managed policy on a role. Attaching it twice is no error, as with IAM. */
export const rolePolicyAttachment: Fake = {
    type: ROLE_POLICY_ATTACHMENT,
    service: "IAM",
    operations: { create: "AttachRolePolicy", read: "ListAttachedRolePolicies", delete: "DetachRolePolicy" },
    // The check stands there too.
    replaceOn: {
        policyArn: FORCE_NEW,
        role: FORCE_NEW,
    },
    refusals: {
        "NoSuchEntity: role": {
            code: "NoSuchEntity",
            sentence: "The role with name {name} cannot be found.",
            status: 404,
            source: ATTACH,
        },
        NoSuchEntity: {
            sentence: "Policy {arn} does not exist or is not attachable.",
            status: 404,
            source: ATTACH,
        },
        // The provider lets a role's ARN through, unlike in aws.iam.RolePolicy: IAM refuses it.
        ValidationError: {
            sentence:
                "The specified value for roleName is invalid. It must contain only alphanumeric characters and/or " +
                "the following: +=,.@_-",
            source: "https://github.com/shashankprasanna/torchserve-examples/issues/7",
        },
        LimitExceeded: {
            sentence: "Cannot exceed quota for PoliciesPerRole: {limit}",
            status: 409,
            source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html",
        },
    },
    check: (inputs) => arnText(inputs, "policyArn"),
    create(inputs, call) {
        const name = text(inputs.role) ?? "";
        const arn = text(inputs.policyArn) ?? "";
        if (!/^[\w+=,.@-]+$/.test(name)) call.refuse("ValidationError");
        call.require(role.type, name, "NoSuchEntity: role", { name });
        requireAttachable(arn, call);
        const attached = new Set(attachedPolicies(name, call)).add(arn);
        if (attached.size > POLICIES_PER_ROLE) call.refuse("LimitExceeded", { limit: POLICIES_PER_ROLE });
        return { id: `${name}/${arn}`, outputs: {} };
    },
};

const POLICIES_PER_ROLE = 10;
