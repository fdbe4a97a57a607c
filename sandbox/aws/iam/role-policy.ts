import { randomBytes } from "node:crypto";
import { text } from "../../cloud/values";
import type { Call } from "../../plugin/call";
import type { Fake } from "../../plugin/fake";
import { jsonText } from "../plan-checks";
import { planRule } from "../plan-rule";
import { inlinePolicies } from "./role-lookup";
import { sameDocument } from "./policy-document";
import { requireWellFormed, role } from "./role";

const PUT = "https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutRolePolicy.html";

/** An inline policy of a role. Putting one of the same name again overwrites it, as IAM does. */
export const rolePolicy: Fake = {
    type: "aws:iam/rolePolicy:RolePolicy",
    service: "IAM",
    operations: { create: "PutRolePolicy", update: "PutRolePolicy", delete: "DeleteRolePolicy" },
    // Source: terraform-provider-aws, internal/service/iam/role_policy.go (ForceNew).
    replaceOn: ["name", "namePrefix", "role"],
    autoName: { property: "name", maxLength: 128 },
    refusals: {
        NoSuchEntity: { sentence: "The role with name {name} cannot be found.", status: 404, source: PUT },
        MalformedPolicyDocument: { sentence: "{problem}", source: PUT },
        LimitExceeded: {
            sentence: "Maximum policy size of {limit} bytes exceeded for role {name}",
            status: 409,
            source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html",
        },
    },
    sameValue: (path, before, after) => path === "policy" && sameDocument(before, after),
    check: (inputs) => [
        ...jsonText(inputs, "policy"),
        ...planRule(inputs, "role", (name) => !name.startsWith("arn:"), "takes the role's name, not its ARN"),
        ...planRule(
            inputs,
            "name",
            (name) => /^[\w+=,.@-]{1,128}$/.test(name),
            "has 1 to 128 letters, digits and +=,.@_-",
        ),
    ],
    create(inputs, call) {
        const roleName = text(inputs.role) ?? "";
        const name =
            text(inputs.name) ?? `${text(inputs.namePrefix) ?? ""}${randomBytes(13).toString("hex")}`;
        call.require(role.type, roleName, "NoSuchEntity", { name: roleName });
        const document = text(inputs.policy) ?? "";
        requireWellFormed(document, "identity", call);
        requireRoom(roleName, inlinePolicies(roleName, call).join("") + document, call);
        return { id: `${roleName}:${name}`, outputs: { name, namePrefix: text(inputs.namePrefix) ?? "" } };
    },
    update(inputs, object, call) {
        const document = text(inputs.policy) ?? "";
        requireWellFormed(document, "identity", call);
        const others = inlinePolicies(text(inputs.role) ?? "", call).filter(
            (other) => other !== object.properties.policy,
        );
        requireRoom(text(inputs.role) ?? "", others.join("") + document, call);
        return {};
    },
};

/** All inline policies of a role together; white space does not count. */
const SIZE_LIMIT = 10_240;

function requireRoom(name: string, documents: string, call: Call): void {
    const size = documents.replace(/\s/g, "").length;
    if (size > SIZE_LIMIT) call.refuse("LimitExceeded", { name, limit: SIZE_LIMIT });
}
