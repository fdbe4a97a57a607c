import { text, UNKNOWN, type Properties } from "../../cloud/values";
import type { Call } from "../../plugin/call";
import type { Fake } from "../../plugin/fake";
import { arn } from "../format/ids";
import { conflicts } from "../plan/checks";
import { planRule } from "../plan/rule";
import { uniqueName } from "../format/unique-name";
import { keyByReference } from "./key-lookup";

const CREATE = "https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateAlias.html";

/** Source of the rows of `replaceOn`. */
const FORCE_NEW = "terraform-provider-aws internal/service/kms/alias.go, ForceNew";

/** A name for a KMS key. */
export const alias: Fake = {
    type: "aws:kms/alias:Alias",
    service: "KMS",
    operations: { create: "CreateAlias", read: "ListAliases", update: "UpdateAlias", delete: "DeleteAlias" },
    replaceOn: {
        name: FORCE_NEW,
        namePrefix: FORCE_NEW,
    },
    recomputed: (before, after) => (before.targetKeyId === after.targetKeyId ? [] : ["targetKeyArn"]),
    refusals: {
        AlreadyExistsException: {
            sentence: "An alias with the name {arn} already exists",
            source: CREATE,
        },
        // The page gives the limit; the provider does not check it, and the words are ours.
        ValidationException: {
            sentence: "{name} is longer than the 256 characters of an alias",
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
        ...conflicts(inputs, "name", "namePrefix"),
        ...planRule(inputs, "name", isAliasName, RULE),
        ...planRule(inputs, "namePrefix", isAliasName, RULE),
    ],
    create(inputs, call) {
        const name = uniqueName(inputs, "alias/");
        if (name.length > 256) call.refuse("ValidationException", { name });
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

const RULE = "begins with alias/, not with alias/aws/, and has letters, digits and /_- behind it";

/** Source: terraform-provider-aws, internal/service/kms/validate.go, validNameForResource. */
function isAliasName(name: string): boolean {
    return /^alias\/[\w/-]+$/.test(name) && !name.startsWith("alias/aws/");
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
