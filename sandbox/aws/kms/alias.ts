import { randomBytes } from "node:crypto";
import { text, UNKNOWN, type Properties } from "../../cloud/values";
import type { Call } from "../../plugin/call";
import type { Fake } from "../../plugin/fake";
import { arn } from "../ids";
import { planRule } from "../plan-rule";
import { keyByReference } from "./key-lookup";

const CREATE = "https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateAlias.html";

/** A name for a KMS key. */
export const alias: Fake = {
    type: "aws:kms/alias:Alias",
    service: "KMS",
    operations: { create: "CreateAlias", update: "UpdateAlias", delete: "DeleteAlias" },
    // Source: terraform-provider-aws, internal/service/kms/alias.go (ForceNew).
    replaceOn: ["name", "namePrefix"],
    recomputed: (before, after) => (before.targetKeyId === after.targetKeyId ? [] : ["targetKeyArn"]),
    refusals: {
        AlreadyExistsException: {
            sentence: "An alias with the name {arn} already exists",
            source: CREATE,
        },
        NotFoundException: { sentence: "Key '{key}' does not exist", source: CREATE },
    },
    // A key may be named by its id or by its ARN: the last part is the same.
    sameValue: (path, before, after) =>
        path === "targetKeyId" &&
        before !== UNKNOWN &&
        after !== UNKNOWN &&
        String(before).split("/").at(-1) === String(after).split("/").at(-1),
    check: (inputs) => [
        ...planRule(inputs, "name", isAliasName, RULE),
        ...planRule(inputs, "namePrefix", isAliasName, RULE),
    ],
    create(inputs, call) {
        const digits = randomBytes(13).toString("hex");
        const name = text(inputs.name) ?? `${text(inputs.namePrefix) ?? "alias/"}${digits}`;
        const aliasArn = arn("kms", name, call.caller);
        if (call.find(alias.type, name) !== undefined)
            call.refuse("AlreadyExistsException", { arn: aliasArn });
        return {
            id: name,
            outputs: {
                name,
                namePrefix: text(inputs.namePrefix) ?? "",
                arn: aliasArn,
                ...target(inputs, call),
            },
        };
    },
    update: (inputs, _, call) => target(inputs, call),
};

const RULE = "begins with alias/, not with alias/aws/, and has letters, digits and /_- behind it, 256 in all";

/** Source: https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateAlias.html, AliasName. */
function isAliasName(name: string): boolean {
    return /^alias\/[\w/-]+$/.test(name) && !name.startsWith("alias/aws/") && name.length <= 256;
}

function target(inputs: Properties, call: Call): Properties {
    const reference = text(inputs.targetKeyId) ?? "";
    const key = keyByReference(reference, call);
    if (key === undefined) {
        const named = reference.startsWith("arn:") ? reference : arn("kms", `key/${reference}`, call.caller);
        return call.refuse("NotFoundException", { key: named });
    }
    return { targetKeyArn: key.properties.arn, targetKeyId: key.id };
}
