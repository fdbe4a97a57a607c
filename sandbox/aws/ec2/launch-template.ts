import { equal, isObject, objects, text, UNKNOWN, type Properties, type Value } from "../../cloud/values";
import type { Fake } from "../../plugin/fake";
import type { Failure } from "../../plugin/typings";
import { arn, ec2Id } from "../format/ids";
import { arnText, atLeast, between, conflicts, isKnown, lengthBetween, oneOf } from "../plan/checks";
import { sameSet } from "../plan/same-set";
import { SUFFIX_LENGTH, uniqueName } from "../format/unique-name";
import { checkTags } from "../plan/tags";
import { ERRORS } from "./refusals";
import { LAUNCH_TEMPLATE } from "../types";

/**
 * The properties that are a version's data: a change of one makes a new version.
 * Source: terraform-provider-aws, internal/service/ec2/ec2_launch_template.go, updateKeys of resourceLaunchTemplateUpdate.
 */
const DATA = [
    "blockDeviceMappings",
    "capacityReservationSpecification",
    "cpuOptions",
    "creditSpecification",
    "description",
    "disableApiStop",
    "disableApiTermination",
    "ebsOptimized",
    "enclaveOptions",
    "hibernationOptions",
    "iamInstanceProfile",
    "imageId",
    "instanceInitiatedShutdownBehavior",
    "instanceMarketOptions",
    "instanceRequirements",
    "instanceType",
    "kernelId",
    "keyName",
    "licenseSpecifications",
    "maintenanceOptions",
    "metadataOptions",
    "monitoring",
    "networkInterfaces",
    "networkPerformanceOptions",
    "placement",
    "privateDnsNameOptions",
    "ramDiskId",
    "secondaryInterfaces",
    "securityGroupNames",
    "tagSpecifications",
    "userData",
    "vpcSecurityGroupIds",
];

/** Changes that the provider does not take for a new version at preview. Source: as above, CustomizeDiff. */
const NO_NEW_VERSION = ["name", "namePrefix", "description", "defaultVersion", "updateDefaultVersion"];

/**
 * The longest name; a prefix leaves room for its end. AWS's limit: the provider's files that could be read (before v6)
 * say 125 and 99, and that a volume's throughput ends at 1000.
 */
const NAME_LENGTH = 128;

/** Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_EbsBlockDevice.html */
const VOLUME_TYPES = ["standard", "io1", "io2", "gp2", "sc1", "st1", "gp3"];

/** Source of the rows of `replaceOn`. */
const FORCE_NEW = "terraform-provider-aws internal/service/ec2/ec2_launch_template.go, ForceNew";

/** A launch template with all its versions. What it names (groups, images, keys) is looked at when an instance starts. */
export const launchTemplate: Fake = {
    type: LAUNCH_TEMPLATE,
    service: "EC2",
    operations: {
        create: "CreateLaunchTemplate",
        read: "DescribeLaunchTemplates",
        update: "CreateLaunchTemplateVersion",
        delete: "DeleteLaunchTemplate",
    },
    replaceOn: {
        name: FORCE_NEW,
        namePrefix: FORCE_NEW,
    },
    // Source: pulumi-aws provider/resources.go, SetAutonaming.
    autoName: { property: "name", maxLength: NAME_LENGTH },
    recomputed: newNumbers,
    refusals: {
        "InvalidLaunchTemplateName.AlreadyExistsException": {
            sentence: "Launch template name already in use.",
            source: ERRORS,
        },
        "InvalidLaunchTemplateId.VersionNotFound": {
            sentence: "Could not find the specified version {version} for the launch template with ID {id}.",
            operation: "ModifyLaunchTemplate",
            source: ERRORS,
        },
    },
    check: (inputs) => [
        ...conflicts(inputs, "defaultVersion", "updateDefaultVersion"),
        ...atLeast(inputs, "defaultVersion", 1),
        ...conflicts(inputs, "name", "namePrefix"),
        ...conflicts(inputs, "vpcSecurityGroupIds", "securityGroupNames"),
        ...checkName(inputs, "name"),
        ...checkName(inputs, "namePrefix"),
        ...lengthBetween(inputs, "description", 0, 255),
        ...checkMetadata(inputs),
        ...objects(inputs.blockDeviceMappings).flatMap((_, index) => checkVolume(inputs, index)),
        ...objects(inputs.tagSpecifications).flatMap(checkTagSpecification),
    ],
    sameValue: (path, before, after) =>
        ["licenseSpecifications", "securityGroupNames", "vpcSecurityGroupIds"].includes(path) &&
        sameSet(before, after),
    providersOwn: ["updateDefaultVersion"],
    create(inputs, call) {
        const id = ec2Id("lt");
        const name = uniqueName(inputs);
        if (call.list(LAUNCH_TEMPLATE).some((other) => other.properties.name === name))
            call.refuse("InvalidLaunchTemplateName.AlreadyExistsException");
        return {
            id,
            outputs: {
                name,
                namePrefix: inputs.namePrefix ?? "",
                arn: arn("ec2", `launch-template/${id}`, call.caller),
                defaultVersion: 1,
                latestVersion: 1,
            },
            internal: { versions: { "1": dataOf(inputs) } },
        };
    },
    update(inputs, object, call) {
        const data = dataOf(inputs);
        const versions = isObject(object.internal?.versions) ? object.internal.versions : {};
        const last = Number(object.properties.latestVersion ?? 1);
        const isNew = !equal(data, dataOf(object.properties));
        const latestVersion = isNew ? last + 1 : last;
        const known = isNew ? { ...versions, [latestVersion]: data } : versions;
        const defaultVersion = defaultAfter(inputs, latestVersion, Number(object.properties.defaultVersion));
        if (!(String(defaultVersion) in known))
            call.refuse("InvalidLaunchTemplateId.VersionNotFound", {
                version: defaultVersion,
                id: object.id,
            });
        call.put({ ...object, internal: { versions: known } });
        return { latestVersion, defaultVersion };
    },
};

function dataOf(properties: Properties): Properties {
    const given = DATA.filter((name) => properties[name] !== undefined);
    return Object.fromEntries(given.map((name) => [name, properties[name]]));
}

function defaultAfter(inputs: Properties, latest: number, before: number): number {
    if (String(inputs.updateDefaultVersion) === "true") return latest;
    return isKnown(inputs.defaultVersion) ? Number(inputs.defaultVersion) : before;
}

/** The numbers that the provider shows as unknown until the update has run. */
function newNumbers(before: Properties, after: Properties): string[] {
    const changed = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
        (name) => !name.startsWith("__") && !equal(before[name], after[name]),
    );
    const isNew = changed.some((name) => !NO_NEW_VERSION.includes(name));
    const follows = String(after.updateDefaultVersion) === "true";
    const moves = changed.some((name) => !["name", "namePrefix", "description"].includes(name));
    return [...(isNew ? ["latestVersion"] : []), ...(follows && moves ? ["defaultVersion"] : [])];
}

/** Source: terraform-provider-aws, internal/service/ec2/validate.go, validLaunchTemplateName. */
function checkName(inputs: Properties, property: "name" | "namePrefix"): Failure[] {
    const name = text(inputs[property]);
    if (name === undefined || name === UNKNOWN) return [];
    const shown = property === "name" ? `"name"` : `"name_prefix"`;
    const most = property === "name" ? NAME_LENGTH : NAME_LENGTH - SUFFIX_LENGTH;
    const fail = (reason: string): Failure[] => [{ property, reason: `${shown} ${reason}` }];
    if (name.length < 3) return fail("cannot be less than 3 characters");
    if (name.length > most) return fail(`cannot be longer than ${most} characters`);
    if (/^[0-9a-zA-Z()./_-]+$/.test(name)) return [];
    return fail("can only alphanumeric characters and ()./_- symbols");
}

function checkMetadata(inputs: Properties): Failure[] {
    return [
        ...oneOf(inputs, "metadataOptions.httpEndpoint", ["disabled", "enabled"]),
        ...oneOf(inputs, "metadataOptions.httpTokens", ["optional", "required"]),
        ...oneOf(inputs, "metadataOptions.httpProtocolIpv6", ["disabled", "enabled"]),
        ...oneOf(inputs, "metadataOptions.instanceMetadataTags", ["disabled", "enabled"]),
        ...between(inputs, "metadataOptions.httpPutResponseHopLimit", 1, 64),
    ];
}

function checkVolume(inputs: Properties, index: number): Failure[] {
    const ebs = `blockDeviceMappings[${index}].ebs`;
    return [
        ...oneOf(inputs, `${ebs}.volumeType`, VOLUME_TYPES),
        ...between(inputs, `${ebs}.throughput`, 125, 2000),
        ...arnText(inputs, `${ebs}.kmsKeyId`),
        ...oneOf(inputs, `${ebs}.encrypted`, ["true", "false"]),
        ...oneOf(inputs, `${ebs}.deleteOnTermination`, ["true", "false"]),
    ];
}

function checkTagSpecification(specification: Properties, index: number): Failure[] {
    const path = `tagSpecifications[${index}]`;
    const within = (failure: Failure): Failure => ({ ...failure, property: `${path}.${failure.property}` });
    return [
        ...oneOf(specification, "resourceType", TAGGED).map(within),
        ...checkTags(specification.tags as Value | undefined).map(within),
    ];
}

/** What is made at an instance's start. Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_LaunchTemplateTagSpecificationRequest.html */
const TAGGED = ["instance", "volume", "network-interface", "spot-instances-request", "elastic-gpu"];
