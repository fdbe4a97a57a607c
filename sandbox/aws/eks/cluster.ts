import { at, isObject, strings, text, UNKNOWN, type Properties } from "../../cloud/values";
import type { Call } from "../../plugin/call";
import type { Fake } from "../../plugin/fake";
import { roleByArn, roleMay, roleTrusts } from "../iam/role-lookup";
import { arn } from "../format/ids";
import { keyByReference } from "../kms/key-lookup";
import { arnText, ipv4Network, isGiven, oneOf } from "../plan/checks";
import { sameSet } from "../plan/same-set";
import { timestamp } from "../format/timestamp";
import { authenticationMode, onCluster } from "./cluster-lookup";
import { checkClusterName } from "./cluster-name";
import { clusterRefusals } from "./cluster-refusals";
import { checkedVpcConfig, makeClusterSecurityGroup } from "./cluster-vpc-config";
import { ensureLogGroup, leaveLastLogs } from "./control-plane-logs";
import { admitCreator } from "./creator";
import { newEndpoint } from "./endpoint";
import { minor, NEWEST_VERSION, OFFERED_VERSIONS } from "./kubernetes-versions";
import { EKS_TYPES } from "../types";

const EGRESS_MODE = "vpcConfig.controlPlaneEgressMode";

const NODE_ROLE = "computeConfig.nodeRoleArn";

/** Source of the rows of `replaceOn`. */
const FORCE_NEW = "terraform-provider-aws internal/service/eks/cluster.go, ForceNew";

/** An EKS control plane, with the security group and the access entry that EKS makes along with it. */
export const cluster: Fake = {
    type: EKS_TYPES.cluster,
    service: "EKS",
    operations: {
        create: "CreateCluster",
        read: "DescribeCluster",
        update: "UpdateClusterConfig",
        delete: "DeleteCluster",
    },
    replaceOn: {
        "accessConfig.bootstrapClusterCreatorAdminPermissions": FORCE_NEW,
        bootstrapSelfManagedAddons: FORCE_NEW,
        // A role may be added, not exchanged.
        [NODE_ROLE]: {
            source: "terraform-provider-aws internal/service/eks/cluster.go, CustomizeDiff",
            when: (before, after) => isObject(after.computeConfig) && isGiven(at(before, NODE_ROLE)),
        },
        // It cannot be taken off again.
        encryptionConfig: {
            source: "terraform-provider-aws internal/service/eks/cluster.go, CustomizeDiff",
            when: (before, after) => isObject(before.encryptionConfig) && !isObject(after.encryptionConfig),
        },
        "kubernetesNetworkConfig.ipFamily": FORCE_NEW,
        "kubernetesNetworkConfig.serviceIpv4Cidr": FORCE_NEW,
        name: FORCE_NEW,
        "outpostConfig.controlPlaneInstanceType": FORCE_NEW,
        "outpostConfig.controlPlanePlacement.groupName": FORCE_NEW,
        roleArn: FORCE_NEW,
        [EGRESS_MODE]: {
            source: "@pulumi/aws types/input.d.ts, ClusterVpcConfig.controlPlaneEgressMode",
            when: (before, after) =>
                at(before, EGRESS_MODE) === "CUSTOMER_ROUTED" && at(after, EGRESS_MODE) !== "CUSTOMER_ROUTED",
        },
    },
    computedInside: [
        "accessConfig.authenticationMode",
        "kubernetesNetworkConfig.serviceIpv4Cidr",
        "vpcConfig.clusterSecurityGroupId",
        "vpcConfig.publicAccessCidrs",
        "vpcConfig.vpcId",
    ],
    recomputed: (before, after) => (before.version === after.version ? [] : ["platformVersion"]),
    autoName: { property: "name", maxLength: 100 },
    defaults: { bootstrapSelfManagedAddons: true, deletionProtection: false },
    refusals: clusterRefusals,
    sameValue: (path, before, after) => SETS.includes(path) && sameSet(before, after),
    check: (inputs) => [
        ...checkClusterName(inputs, "name"),
        ...arnText(inputs, "roleArn"),
        ...oneOf(inputs, "accessConfig.authenticationMode", MODES),
        ...oneOf(inputs, "upgradePolicy.supportType", ["STANDARD", "EXTENDED"]),
        ...strings(inputs.enabledClusterLogTypes).flatMap((_, index) =>
            oneOf(inputs, `enabledClusterLogTypes[${index}]`, LOG_TYPES),
        ),
        ...strings(at(inputs, "encryptionConfig.resources")).flatMap((_, index) =>
            oneOf(inputs, `encryptionConfig.resources[${index}]`, ["secrets"]),
        ),
        ...strings(at(inputs, "vpcConfig.publicAccessCidrs")).flatMap((cidr, index) =>
            cidr.includes(":") ? [] : ipv4Network(inputs, `vpcConfig.publicAccessCidrs[${index}]`),
        ),
        ...ipv4Network(inputs, "kubernetesNetworkConfig.serviceIpv4Cidr"),
    ],
    providersOwn: ["forceUpdateVersion"],
    create(inputs, call) {
        const name = text(inputs.name) ?? "";
        if (call.find(cluster.type, name) !== undefined) call.refuse("ResourceInUseException", { name });
        const version = text(inputs.version) ?? NEWEST_VERSION;
        if (!OFFERED_VERSIONS.includes(version)) call.refuse("version", { version });
        requireRole(inputs, call);
        requireKey(inputs, call);
        const vpcConfig = checkedVpcConfig(inputs, call);
        const { endpoint, certificateAuthorityData, issuer } = newEndpoint(call.caller.region);
        const groupId = makeClusterSecurityGroup(name, text(vpcConfig.vpcId) ?? "", call);
        const accessConfig = accessConfigOf(inputs);
        if (
            accessConfig.bootstrapClusterCreatorAdminPermissions &&
            accessConfig.authenticationMode !== MODES[0]
        )
            admitCreator(name, call);
        const outputs: Properties = {
            name,
            version,
            accessConfig,
            arn: arn("eks", `cluster/${name}`, call.caller),
            certificateAuthority: { data: certificateAuthorityData },
            computeConfig: inputs.computeConfig ?? { enabled: false },
            controlPlaneScalingConfig: inputs.controlPlaneScalingConfig ?? { tier: "standard" },
            createdAt: timestamp(),
            endpoint,
            identities: [{ oidcs: [{ issuer }] }],
            kubernetesNetworkConfig: networkConfigOf(inputs),
            platformVersion: "eks.1",
            status: "ACTIVE",
            storageConfig: inputs.storageConfig ?? { blockStorage: { enabled: false } },
            upgradePolicy: inputs.upgradePolicy ?? { supportType: "EXTENDED" },
            vpcConfig: { ...vpcConfig, clusterSecurityGroupId: groupId },
        };
        ensureLogGroup({ ...inputs, ...outputs }, call);
        return { id: name, outputs };
    },
    update(inputs, object, call) {
        const version = checkVersionStep(text(object.properties.version) ?? "", text(inputs.version), call);
        const accessConfig = accessConfigOf(inputs);
        checkModeStep(authenticationMode(object), String(accessConfig.authenticationMode), call);
        requireKey(inputs, call);
        const vpcConfig = checkedVpcConfig(inputs, call, object);
        const clusterSecurityGroupId = at(object.properties, "vpcConfig.clusterSecurityGroupId") ?? "";
        const outputs: Properties = {
            version,
            accessConfig,
            kubernetesNetworkConfig: networkConfigOf(inputs),
            upgradePolicy: inputs.upgradePolicy ?? { supportType: "EXTENDED" },
            vpcConfig: { ...vpcConfig, clusterSecurityGroupId },
        };
        // The provider makes no call for another key: what encrypts the secrets stays.
        if (isObject(object.properties.encryptionConfig))
            outputs.encryptionConfig = object.properties.encryptionConfig;
        ensureLogGroup({ ...object.properties, ...inputs, ...outputs }, call);
        return outputs;
    },
    delete(object, call) {
        if (object.properties.deletionProtection === true)
            call.refuse("InvalidRequestException", { name: object.id });
        if (onCluster(EKS_TYPES.nodeGroup, object.id, call).length > 0)
            call.refuse("ResourceInUseException: node groups");
        leaveLastLogs(object, call);
        for (const type of GO_ALONG) for (const made of onCluster(type, object.id, call)) call.remove(made);
        const groupId = text(at(object.properties, "vpcConfig.clusterSecurityGroupId")) ?? "";
        const group = call.find("aws:ec2/securityGroup:SecurityGroup", groupId);
        if (group !== undefined) call.remove(group);
    },
};

/** From the one that an update can only leave to the one that it can only reach. */
const MODES = ["CONFIG_MAP", "API_AND_CONFIG_MAP", "API"] as const;

const LOG_TYPES = ["api", "audit", "authenticator", "controllerManager", "scheduler"];

/** Source: terraform-provider-aws, internal/service/eks/cluster.go (TypeSet). */
const SETS = [
    "enabledClusterLogTypes",
    "encryptionConfig.resources",
    "vpcConfig.publicAccessCidrs",
    "vpcConfig.securityGroupIds",
    "vpcConfig.subnetIds",
];

/** What EKS takes away with a cluster; node groups have to go before. */
const GO_ALONG = [
    EKS_TYPES.addon,
    EKS_TYPES.accessPolicyAssociation,
    EKS_TYPES.accessEntry,
    EKS_TYPES.podIdentityAssociation,
] as const;

function requireRole(inputs: Properties, call: Call): void {
    const roleArn = text(inputs.roleArn) ?? "";
    const role = roleByArn(roleArn, call);
    if (role === undefined || !roleTrusts(role, "eks.amazonaws.com")) return call.refuse("role", { roleArn });
    // EKS tries the role out: it has to see subnets.
    if (!roleMay(role, "ec2:DescribeSubnets", call)) call.refuse("role policy");
}

function requireKey(inputs: Properties, call: Call): void {
    const keyArn = text(at(inputs, "encryptionConfig.provider.keyArn"));
    if (keyArn === undefined || keyArn === UNKNOWN) return;
    const key = keyByReference(keyArn, call);
    const usable = key !== undefined && key.properties.isEnabled !== false;
    if (!usable || key.properties.customerMasterKeySpec !== "SYMMETRIC_DEFAULT")
        call.refuse("encryption key", { keyArn });
}

/** Source: https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateAccessConfigRequest.html (defaults). */
function accessConfigOf(inputs: Properties): Properties {
    const given = isObject(inputs.accessConfig) ? inputs.accessConfig : {};
    return {
        authenticationMode: given.authenticationMode ?? "CONFIG_MAP",
        bootstrapClusterCreatorAdminPermissions: given.bootstrapClusterCreatorAdminPermissions ?? true,
    };
}

/** Source: https://docs.aws.amazon.com/eks/latest/APIReference/API_KubernetesNetworkConfigRequest.html */
function networkConfigOf(inputs: Properties): Properties {
    const given = isObject(inputs.kubernetesNetworkConfig) ? inputs.kubernetesNetworkConfig : {};
    return {
        elasticLoadBalancing: { enabled: false },
        ipFamily: "ipv4",
        serviceIpv4Cidr: "172.20.0.0/16",
        serviceIpv6Cidr: "",
        ...given,
    };
}

/** One minor version up at a time; the provider leaves a version below to EKS, which refuses it. */
function checkVersionStep(from: string, to: string | undefined, call: Call): string {
    if (to === undefined || to === from) return from;
    if (!OFFERED_VERSIONS.includes(to)) call.refuse("version", { version: to });
    if (minor(to) !== minor(from) + 1) call.refuse("version step", { from, to });
    return to;
}

function checkModeStep(from: string, to: string, call: Call): void {
    const step = MODES.findIndex((mode) => mode === to) - MODES.findIndex((mode) => mode === from);
    if (step !== 0 && step !== 1) call.refuse("authentication mode step", { from, to });
}
