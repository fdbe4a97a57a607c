import { randomBytes, randomUUID } from "node:crypto";
import { text, type Properties } from "../../cloud/values";
import type { Call } from "../../plugin/call";
import type { Fake } from "../../plugin/fake";
import { covers, MalformedPolicy, readPolicy, sameDocument, type Statement } from "../iam/policy-document";
import { roleByArn } from "../iam/role-lookup";
import { arn, iamArn } from "../format/ids";
import { between, jsonText, lengthBetween, oneOf } from "../plan/checks";
import { KMS_KEY } from "../types";

const CREATE = "https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateKey.html";
const MALFORMED = "MalformedPolicyDocumentException";

/** Source of the rows of `replaceOn`. */
const FORCE_NEW = "terraform-provider-aws internal/service/kms/key.go, ForceNew";

/**
 * A KMS key. Its deletion starts a waiting period on AWS, in which the key is PendingDeletion and of no use; the
 * provider takes that for deleted, and here it is gone at once.
 */
export const key: Fake = {
    type: KMS_KEY,
    service: "KMS",
    operations: {
        create: "CreateKey",
        read: "DescribeKey",
        update: "PutKeyPolicy",
        delete: "ScheduleKeyDeletion",
    },
    replaceOn: {
        customKeyStoreId: FORCE_NEW,
        customerMasterKeySpec: FORCE_NEW,
        keyUsage: FORCE_NEW,
        multiRegion: FORCE_NEW,
        xksKeyId: FORCE_NEW,
    },
    // Source: the same file (Default).
    defaults: {
        bypassPolicyLockoutSafetyCheck: false,
        customerMasterKeySpec: "SYMMETRIC_DEFAULT",
        enableKeyRotation: false,
        isEnabled: true,
        keyUsage: "ENCRYPT_DECRYPT",
    },
    refusals: {
        [MALFORMED]: { sentence: "{problem}", source: CREATE },
        "MalformedPolicyDocumentException: principal": {
            code: MALFORMED,
            sentence: "Policy contains a statement with one or more invalid principals.",
            source: "https://github.com/lightspin-tech/eks-creation-engine/issues/4",
        },
        "MalformedPolicyDocumentException: lockout": {
            code: MALFORMED,
            sentence: "The new key policy will not allow you to update the key policy in the future.",
            source: "https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html",
        },
        UnsupportedOperationException: {
            sentence: "{arn} key rotation is not supported for asymmetric and HMAC keys.",
            operation: "EnableKeyRotation",
            source: "https://docs.aws.amazon.com/kms/latest/APIReference/API_EnableKeyRotation.html",
        },
    },
    sameValue: (path, before, after) => path === "policy" && sameDocument(before, after),
    check: (inputs) => [
        ...between(inputs, "deletionWindowInDays", 7, 30),
        ...between(inputs, "rotationPeriodInDays", 90, 2560),
        ...lengthBetween(inputs, "description", 0, 8192),
        ...jsonText(inputs, "policy"),
        ...oneOf(inputs, "customerMasterKeySpec", SPECS),
        ...oneOf(inputs, "keyUsage", USAGES),
    ],
    providersOwn: ["bypassPolicyLockoutSafetyCheck", "deletionWindowInDays"],
    create(inputs, call) {
        const multiRegion = inputs.multiRegion === true;
        // Source: https://docs.aws.amazon.com/kms/latest/developerguide/multi-region-keys-overview.html
        const id = multiRegion ? `mrk-${randomBytes(16).toString("hex")}` : randomUUID();
        const keyArn = arn("kms", `key/${id}`, call.caller);
        checkPolicy(inputs, call);
        checkRotation(inputs, keyArn, call);
        return {
            id,
            outputs: { arn: keyArn, keyId: id, multiRegion, ...filledIn(inputs, call) },
        };
    },
    update(inputs, object, call) {
        checkPolicy(inputs, call);
        checkRotation(inputs, text(object.properties.arn) ?? "", call);
        return filledIn(inputs, call);
    },
};

/** Source: https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateKey.html, KeySpec. */
const SPECS = [
    ...["SYMMETRIC_DEFAULT", "RSA_2048", "RSA_3072", "RSA_4096", "ECC_NIST_P256", "ECC_NIST_P384"],
    ...["ECC_NIST_P521", "ECC_SECG_P256K1", "ECC_NIST_EDWARDS25519", "SM2"],
    ...["HMAC_224", "HMAC_256", "HMAC_384", "HMAC_512", "ML_DSA_44", "ML_DSA_65", "ML_DSA_87"],
];

const USAGES = ["ENCRYPT_DECRYPT", "SIGN_VERIFY", "GENERATE_VERIFY_MAC", "KEY_AGREEMENT"];

/** What KMS fills in; a rotation period stands only where there is rotation (365 days by default). */
function filledIn(inputs: Properties, call: Call): Properties {
    const rotates = inputs.enableKeyRotation === true;
    return {
        description: inputs.description ?? "",
        policy: inputs.policy ?? defaultPolicy(call),
        rotationPeriodInDays: inputs.rotationPeriodInDays ?? (rotates ? 365 : 0),
    };
}

/** Source: https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html */
function defaultPolicy(call: Call): string {
    return JSON.stringify({
        Id: "key-default-1",
        Statement: [
            {
                Action: "kms:*",
                Effect: "Allow",
                Principal: { AWS: iamArn("root", call.caller) },
                Resource: "*",
                Sid: "Enable IAM User Permissions",
            },
        ],
        Version: "2012-10-17",
    });
}

function checkPolicy(inputs: Properties, call: Call): void {
    const document = text(inputs.policy);
    if (document === undefined) return;
    let statements: Statement[];
    try {
        statements = readPolicy(document, "resource");
    } catch (error) {
        if (!(error instanceof MalformedPolicy)) throw error;
        return call.refuse(MALFORMED, { problem: error.message });
    }
    if (!statements.every((statement) => principalsExist(statement, call)))
        call.refuse("MalformedPolicyDocumentException: principal");
    if (
        inputs.bypassPolicyLockoutSafetyCheck !== true &&
        !statements.some((item) => keepsControl(item, call))
    )
        call.refuse("MalformedPolicyDocumentException: lockout");
}

/** Whether the roles of the account that a statement names are there; other accounts cannot be looked into. */
function principalsExist(statement: Statement, call: Call): boolean {
    const roles = (statement.principals.AWS ?? []).filter((name) =>
        name.startsWith(iamArn("role/", call.caller)),
    );
    // Service-linked roles are made by AWS, not by the program.
    return roles.every(
        (name) => name.includes(":role/aws-service-role/") || roleByArn(name, call) !== undefined,
    );
}

/** Whether somebody in the account can still change the policy. */
function keepsControl(statement: Statement, call: Call): boolean {
    const mine = (statement.principals.AWS ?? []).some(
        (name) =>
            name === "*" || name === call.caller.accountId || name.includes(`::${call.caller.accountId}:`),
    );
    return mine && statement.effect === "Allow" && covers(statement, "kms:PutKeyPolicy");
}

function checkRotation(inputs: Properties, keyArn: string, call: Call): void {
    const symmetric = (inputs.customerMasterKeySpec ?? "SYMMETRIC_DEFAULT") === "SYMMETRIC_DEFAULT";
    if (inputs.enableKeyRotation === true && !symmetric)
        call.refuse("UnsupportedOperationException", { arn: keyArn });
}
