import { text, type Properties } from "../../cloud/values";
import type { Call } from "../../plugin/call";
import type { Fake } from "../../plugin/fake";
import type { Failure } from "../../plugin/typings";
import { recreatedByEks } from "../eks/control-plane-logs";
import { keyByReference, serviceMayUse } from "../kms/key-lookup";
import { conflicts, lengthBetween, oneOf } from "../plan/checks";
import { planRule } from "../plan/rule";
import { SUFFIX_LENGTH, uniqueName } from "../format/unique-name";
import { LOG_GROUP } from "../types";
import { LOG_GROUP_DEFAULTS, logGroupArn, unmanagedLogGroup } from "./log-group-defaults";

const CREATE = "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html";
const ENCRYPT = "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html";

/** The longest name. */
const NAME_LENGTH = 512;

/** Source of the rows of `replaceOn`. */
const FORCE_NEW = "terraform-provider-aws internal/service/logs/group.go, ForceNew";

/** A log group. EKS's own comes back after its deletion, unless the cluster's role may not make it. */
export const logGroup: Fake = {
    type: LOG_GROUP,
    service: "CloudWatch Logs",
    operations: {
        create: "CreateLogGroup",
        read: "DescribeLogGroups",
        update: "PutRetentionPolicy",
        delete: "DeleteLogGroup",
    },
    // The checks stand there too. The provider takes no notice of another retention where the class is DELIVERY, which keeps events for a time of its own; we do.
    replaceOn: {
        logGroupClass: FORCE_NEW,
        name: FORCE_NEW,
        namePrefix: FORCE_NEW,
    },
    autoName: { property: "name", maxLength: NAME_LENGTH },
    defaults: LOG_GROUP_DEFAULTS,
    refusals: {
        ResourceAlreadyExistsException: {
            sentence: "The specified log group already exists",
            source: CREATE,
        },
        InvalidParameterException: {
            sentence:
                "The specified KMS key does not exist or is not allowed to be used with LogGroup '{arn}'",
            source: ENCRYPT,
        },
        // The page gives the code; the words are ours.
        ValidationException: {
            sentence: "Log group {name} has deletion protection enabled and cannot be deleted.",
            source: "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DeleteLogGroup.html",
        },
    },
    check: (inputs) => [
        ...conflicts(inputs, "name", "namePrefix"),
        ...checkName(inputs, "name", NAME_LENGTH),
        // Three characters less than there is room for; so it stands in validLogGroupNamePrefix.
        ...checkName(inputs, "namePrefix", NAME_LENGTH - SUFFIX_LENGTH - 3),
        ...oneOf(inputs, "retentionInDays", RETENTION_DAYS),
        ...oneOf(inputs, "logGroupClass", ["STANDARD", "INFREQUENT_ACCESS", "DELIVERY"]),
    ],
    create(inputs, call) {
        const name = uniqueName(inputs);
        if (call.find(logGroup.type, name) !== undefined) call.refuse("ResourceAlreadyExistsException");
        checkKey(inputs, name, call);
        return {
            id: name,
            outputs: { name, namePrefix: text(inputs.namePrefix) ?? "", arn: logGroupArn(name, call.caller) },
        };
    },
    update(inputs, object, call) {
        checkKey(inputs, object.id, call);
        return {};
    },
    providersOwn: ["skipDestroy"],
    delete(object, call) {
        if (object.properties.deletionProtectionEnabled === true)
            call.refuse("ValidationException", { name: object.id });
        if (object.properties.skipDestroy === true) return object;
        if (!recreatedByEks(object, call)) return;
        return {
            type: object.type,
            id: object.id,
            region: object.region,
            createdAt: new Date().toISOString(),
            properties: unmanagedLogGroup(object.id, call.caller),
        };
    },
};

/** Source: terraform-provider-aws, internal/service/logs/validate.go, validLogGroupName. */
function checkName(inputs: Properties, property: string, most: number): Failure[] {
    return [
        ...lengthBetween(inputs, property, 1, most),
        ...planRule(inputs, property, (name) => /^[\w.\-/#]*$/.test(name), "has letters, digits and _-/.#"),
    ];
}

/** Source: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html; 0 is never. */
const RETENTION_DAYS = [
    ...["0", "1", "3", "5", "7", "14", "30", "60", "90", "120", "150", "180", "365", "400", "545", "731"],
    ...["1096", "1827", "2192", "2557", "2922", "3288", "3653"],
];

/** What CloudWatch Logs does with a key; its page names the actions and the service principal of the region. */
const KEY_ACTIONS = [
    "kms:Encrypt",
    "kms:Decrypt",
    "kms:ReEncryptTo",
    "kms:GenerateDataKey",
    "kms:DescribeKey",
];

function checkKey(inputs: Properties, name: string, call: Call): void {
    const reference = text(inputs.kmsKeyId);
    if (reference === undefined) return;
    const groupArn = logGroupArn(name, call.caller);
    const key = keyByReference(reference, call);
    const service = `logs.${call.caller.region}.amazonaws.com`;
    // The provider takes any text; CloudWatch Logs takes the key's ARN alone.
    const isNamed = key?.properties.arn === reference;
    if (key === undefined || !isNamed || !serviceMayUse(key, service, KEY_ACTIONS, groupArn))
        call.refuse("InvalidParameterException", { arn: groupArn });
}
