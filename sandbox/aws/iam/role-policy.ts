import { text, type Properties } from "../../cloud/values";
import type { Call } from "../../plugin/call";
import type { Fake } from "../../plugin/fake";
import type { Failure } from "../../plugin/typings";
import { conflicts, jsonText, lengthBetween } from "../plan/checks";
import { planRule } from "../plan/rule";
import { ROLE_POLICY } from "../types";
import { SUFFIX_LENGTH, uniqueName } from "../format/unique-name";
import { sameDocument } from "./policy-document";
import { inlinePolicies } from "./role-lookup";
import { requireWellFormed, role } from "./role";

const PUT = "https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutRolePolicy.html";

/** The longest name, of a policy and of the role that it names. */
const NAME_LENGTH = 128;

/** Source of the rows of `replaceOn`. */
const FORCE_NEW = "terraform-provider-aws internal/service/iam/role_policy.go, ForceNew";

/** An inline policy of a role. Putting one of the same name again overwrites it, as IAM does. */
export const rolePolicy: Fake = {
    type: ROLE_POLICY,
    service: "IAM",
    operations: {
        create: "PutRolePolicy",
        read: "GetRolePolicy",
        update: "PutRolePolicy",
        delete: "DeleteRolePolicy",
    },
    // The checks stand there too.
    replaceOn: {
        name: FORCE_NEW,
        namePrefix: FORCE_NEW,
        role: FORCE_NEW,
    },
    autoName: { property: "name", maxLength: NAME_LENGTH },
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
        ...lengthBetween(inputs, "role", 1, NAME_LENGTH),
        ...conflicts(inputs, "name", "namePrefix"),
        ...checkName(inputs, "name", NAME_LENGTH),
        ...checkName(inputs, "namePrefix", NAME_LENGTH - SUFFIX_LENGTH),
    ],
    create(inputs, call) {
        const roleName = text(inputs.role) ?? "";
        const name = uniqueName(inputs);
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

/** Source: terraform-provider-aws, internal/service/iam/validate.go, validResourceName. */
function checkName(inputs: Properties, property: string, most: number): Failure[] {
    return [
        ...lengthBetween(inputs, property, 1, most),
        ...planRule(
            inputs,
            property,
            (name) => /^[\w+=,.@-]*$/.test(name),
            "has letters, digits and +=,.@_-",
        ),
    ];
}

/** All inline policies of a role together; white space does not count. */
const SIZE_LIMIT = 10_240;

function requireRoom(name: string, documents: string, call: Call): void {
    const size = documents.replace(/\s/g, "").length;
    if (size > SIZE_LIMIT) call.refuse("LimitExceeded", { name, limit: SIZE_LIMIT });
}
