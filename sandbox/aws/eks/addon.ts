import { randomUUID } from "node:crypto";
import { parse } from "yaml";
import type { CloudObject } from "../../cloud/account";
import { isObject, objects, text, type Properties } from "../../cloud/values";
import type { Call } from "../../plugin/call";
import type { Fake } from "../../plugin/fake";
import { roleByArn } from "../iam/role-lookup";
import { arn } from "../format/ids";
import { arnText, oneOf } from "../plan/checks";
import { planRule } from "../plan/rule";
import { sameSet } from "../plan/same-set";
import { timestamp } from "../format/timestamp";
import { catalogEntry, defaultVersion, isOffered } from "./addon-catalog";
import { CLUSTER_NOT_FOUND, hasNodes, onCluster, requireCluster } from "./cluster-lookup";
import { newAssociation, podRoleRefusals } from "./pod-identity-association";
import { EKS_TYPES } from "../types";

const CREATE = "https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateAddon.html";
const INVALID = "InvalidParameterException";

/** Source of the rows of `replaceOn`. */
const FORCE_NEW = "terraform-provider-aws internal/service/eks/addon.go, ForceNew";

/** Software on a cluster that EKS installs and watches. */
export const addon: Fake = {
    type: EKS_TYPES.addon,
    service: "EKS",
    operations: {
        create: "CreateAddon",
        read: "DescribeAddon",
        update: "UpdateAddon",
        delete: "DeleteAddon",
    },
    replaceOn: {
        addonName: FORCE_NEW,
        clusterName: FORCE_NEW,
        "namespaceConfig.namespace":
            "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-eks-addon-namespaceconfig.html",
    },
    recomputed: ["modifiedAt"],
    refusals: {
        ResourceNotFoundException: CLUSTER_NOT_FOUND,
        ResourceInUseException: { sentence: "Addon already exists.", status: 409, source: CREATE },
        "InvalidParameterException: name": {
            code: INVALID,
            sentence: "Addon {name} specified is not supported in {version} kubernetes version",
            source: CREATE,
        },
        "InvalidParameterException: version": {
            code: INVALID,
            sentence: "Addon version specified is not supported",
            source: CREATE,
        },
        "InvalidParameterException: configuration": {
            code: INVALID,
            sentence: "ConfigurationValue provided in request is not supported",
            source: CREATE,
        },
        // The provider's source waits for "does not exist"; the other words are ours.
        "InvalidParameterException: service account role": {
            code: INVALID,
            sentence: "Role {roleArn} does not exist",
            source: "terraform-provider-aws, internal/service/eks/addon.go",
        },
        ...podRoleRefusals,
        DEGRADED: {
            sentence:
                "waiting for EKS Add-On ({id}) create: timeout while waiting for state to become 'ACTIVE' " +
                "(last state: 'DEGRADED', timeout: 20m0s)",
            fromProvider: true,
            source: "https://github.com/pulumi/pulumi-eks/issues/1819",
        },
    },
    sameValue: (path, before, after) => path === "podIdentityAssociations" && sameSet(before, after),
    check: (inputs) => [
        ...planRule(
            inputs,
            "addonVersion",
            (version) => /^v\d+\.\d+\.\d+(-[\w.-]+)?(\+[\w.-]+)?$/.test(version),
            "is a semantic version behind a v",
        ),
        ...oneOf(inputs, "resolveConflictsOnCreate", ["NONE", "OVERWRITE"]),
        ...oneOf(inputs, "resolveConflictsOnUpdate", ["NONE", "OVERWRITE", "PRESERVE"]),
        ...arnText(inputs, "serviceAccountRoleArn"),
    ],
    providersOwn: ["preserve", "resolveConflictsOnCreate", "resolveConflictsOnUpdate"],
    create(inputs, call) {
        const clusterName = text(inputs.clusterName) ?? "";
        const name = text(inputs.addonName) ?? "";
        const id = `${clusterName}:${name}`;
        const cluster = requireCluster(clusterName, call);
        if (call.find(addon.type, id) !== undefined) call.refuse("ResourceInUseException");
        const addonVersion = checkedVersion(inputs, cluster, call);
        checkSettings(inputs, call);
        const namespace = catalogEntry(name)?.namespace ?? "kube-system";
        identify(inputs, namespace, call);
        checkReady(inputs, id, call);
        return {
            id,
            outputs: {
                addonVersion,
                arn: arn("eks", `addon/${clusterName}/${name}/${randomUUID()}`, call.caller),
                configurationValues: text(inputs.configurationValues) ?? "",
                createdAt: timestamp(),
                modifiedAt: timestamp(),
                namespaceConfig: inputs.namespaceConfig ?? { namespace },
            },
        };
    },
    update(inputs, object, call) {
        const cluster = requireCluster(text(inputs.clusterName) ?? "", call);
        const before = text(object.properties.addonVersion) ?? "";
        // A version that runs stays, whatever the cluster's version is by now.
        const stays = inputs.addonVersion === undefined || inputs.addonVersion === before;
        const addonVersion = stays ? before : checkedVersion(inputs, cluster, call);
        checkSettings(inputs, call);
        for (const association of associationsOf(object, call)) call.remove(association);
        const namespace = catalogEntry(text(inputs.addonName) ?? "")?.namespace ?? "kube-system";
        identify(inputs, namespace, call);
        checkReady(inputs, object.id, call);
        return { addonVersion, modifiedAt: timestamp() };
    },
    delete(object, call) {
        for (const association of associationsOf(object, call)) call.remove(association);
    },
};

function checkedVersion(inputs: Properties, cluster: CloudObject, call: Call): string {
    const name = text(inputs.addonName) ?? "";
    const kubernetesVersion = text(cluster.properties.version) ?? "";
    if (catalogEntry(name) === undefined)
        call.refuse("InvalidParameterException: name", { name, version: kubernetesVersion });
    const version = text(inputs.addonVersion) ?? defaultVersion(name, kubernetesVersion);
    if (!isOffered(name, version, kubernetesVersion)) call.refuse("InvalidParameterException: version");
    return version;
}

function checkSettings(inputs: Properties, call: Call): void {
    const configuration = text(inputs.configurationValues);
    if (configuration !== undefined && configuration !== "" && !isSettings(configuration))
        call.refuse("InvalidParameterException: configuration");
    const roleArn = text(inputs.serviceAccountRoleArn);
    if (roleArn !== undefined && roleByArn(roleArn, call) === undefined)
        call.refuse("InvalidParameterException: service account role", { roleArn });
}

/** JSON or YAML; EKS also compares it with the add-on's schema, which is not at hand here. */
function isSettings(configuration: string): boolean {
    try {
        return isObject(parse(configuration) as Properties);
    } catch {
        return false;
    }
}

/** Makes the associations that EKS makes for an add-on; they are the add-on's and go with it. */
function identify(inputs: Properties, namespace: string, call: Call): void {
    for (const item of objects(inputs.podIdentityAssociations)) {
        const given: Properties = { ...item, clusterName: inputs.clusterName, namespace };
        const { id, properties } = newAssociation(given, call);
        call.put({
            type: EKS_TYPES.podIdentityAssociation,
            id,
            properties: { ...given, ...properties, disableSessionTags: false, tags: {}, tagsAll: {} },
            internal: { addon: `${text(inputs.clusterName)}:${text(inputs.addonName)}` },
        });
    }
}

function associationsOf(object: CloudObject, call: Call): CloudObject[] {
    const all = onCluster(EKS_TYPES.podIdentityAssociation, text(object.properties.clusterName) ?? "", call);
    return all.filter((association) => association.internal?.addon === object.id);
}

/** A Deployment without a node: the provider waits twenty minutes and gives up, the add-on stays. */
function checkReady(inputs: Properties, id: string, call: Call): void {
    const { needsNodes = false } = catalogEntry(text(inputs.addonName) ?? "") ?? {};
    if (needsNodes && !hasNodes(text(inputs.clusterName) ?? "", call)) call.notReady("DEGRADED", { id });
}
