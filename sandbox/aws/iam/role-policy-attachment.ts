import { text } from "../../cloud/values";
import type { Fake } from "../../plugin/fake";
import { planRule } from "../plan-rule";
import { attachedPolicies } from "./role-lookup";
import { requireAttachable, role } from "./role";

const ATTACH = "https://docs.aws.amazon.com/IAM/latest/APIReference/API_AttachRolePolicy.html";

/** A managed policy on a role. Attaching it twice is no error, as with IAM. */
export const rolePolicyAttachment: Fake = {
    type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
    service: "IAM",
    operations: { create: "AttachRolePolicy", delete: "DetachRolePolicy" },
    // Source: terraform-provider-aws, internal/service/iam/role_policy_attachment.go (ForceNew).
    replaceOn: ["policyArn", "role"],
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
        LimitExceeded: {
            sentence: "Cannot exceed quota for PoliciesPerRole: {limit}",
            status: 409,
            source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html",
        },
    },
    check: (inputs) =>
        planRule(inputs, "role", (name) => !name.startsWith("arn:"), "takes the role's name, not its ARN"),
    create(inputs, call) {
        const name = text(inputs.role) ?? "";
        const arn = text(inputs.policyArn) ?? "";
        call.require(role.type, name, "NoSuchEntity: role", { name });
        requireAttachable(arn, call);
        const attached = new Set(attachedPolicies(name, call)).add(arn);
        if (attached.size > POLICIES_PER_ROLE) call.refuse("LimitExceeded", { limit: POLICIES_PER_ROLE });
        return { id: `${name}/${arn}`, outputs: {} };
    },
};

const POLICIES_PER_ROLE = 10;
