import { randomUUID } from "node:crypto";
import type { CloudObject } from "../../cloud/account";
import { at, isObject, strings, text, UNKNOWN, type Properties } from "../../cloud/values";
import type { Call } from "../../plugin/call";
import type { Fake } from "../../plugin/fake";
import { roleByArn, roleTrusts } from "../iam/role-lookup";
import { arn, ec2Id } from "../format/ids";
import { atLeast, between, conflicts, oneOf } from "../plan/checks";
import { planRule } from "../plan/rule";
import { sameSet } from "../plan/same-set";
import { uniqueName } from "../format/unique-name";
import { accessEntryId, putAccessEntry } from "./access-entry-object";
import { authenticationMode, onCluster, requireCluster } from "./cluster-lookup";
import { minor } from "./kubernetes-versions";
import { AMI_TYPES, imageArchitecture, instanceArchitecture, isImageOffered } from "./machine-images";
import { nodeGroupRefusals } from "./node-group-refusals";
import { nodeTemplate, type NodeTemplate } from "./node-launch-template";
import { nodeTrouble } from "./node-readiness";
import { EKS_TYPES } from "../types";

/** Source of the rows of `replaceOn`. */
const FORCE_NEW = "terraform-provider-aws internal/service/eks/node_group.go, ForceNew";

/** A managed node group: nodes that EKS starts, replaces and updates. */
export const nodeGroup: Fake = {
    type: EKS_TYPES.nodeGroup,
    service: "EKS",
    operations: {
        create: "CreateNodegroup",
        read: "DescribeNodegroup",
        update: "UpdateNodegroupVersion",
        delete: "DeleteNodegroup",
    },
    replaceOn: {
        amiType: FORCE_NEW,
        capacityType: FORCE_NEW,
        clusterName: FORCE_NEW,
        diskSize: FORCE_NEW,
        instanceTypes: FORCE_NEW,
        "launchTemplate.id": FORCE_NEW,
        "launchTemplate.name": FORCE_NEW,
        nodeGroupName: FORCE_NEW,
        nodeGroupNamePrefix: FORCE_NEW,
        nodeRoleArn: FORCE_NEW,
        remoteAccess: FORCE_NEW,
        subnetIds: FORCE_NEW,
    },
    computedInside: ["launchTemplate.name"],
    recomputed: (before, after) => (before.version === after.version ? [] : ["releaseVersion"]),
    // pulumi-aws allows 255 here, and terraform's own check of 63 follows.
    autoName: { property: "nodeGroupName", maxLength: 63 },
    refusals: nodeGroupRefusals,
    sameValue: (path, before, after) =>
        ["remoteAccess.sourceSecurityGroupIds", "subnetIds", "taints"].includes(path) &&
        sameSet(before, after),
    check: (inputs) => [
        ...planRule(
            inputs,
            "nodeGroupName",
            (name) => /^[0-9A-Za-z][\w-]{0,62}$/.test(name),
            "begins with a letter or a digit and has 1 to 63 letters, digits and _-",
        ),
        ...oneOf(inputs, "amiType", AMI_TYPES),
        ...oneOf(inputs, "capacityType", ["ON_DEMAND", "SPOT", "CAPACITY_BLOCK"]),
        ...atLeast(inputs, "scalingConfig.minSize", 0),
        ...atLeast(inputs, "scalingConfig.desiredSize", 0),
        ...atLeast(inputs, "scalingConfig.maxSize", 1),
        ...between(inputs, "updateConfig.maxUnavailable", 1, 100),
        ...between(inputs, "updateConfig.maxUnavailablePercentage", 1, 100),
        ...(Array.isArray(inputs.taints) ? inputs.taints : []).flatMap((_, index) =>
            oneOf(inputs, `taints[${index}].effect`, ["NO_SCHEDULE", "NO_EXECUTE", "PREFER_NO_SCHEDULE"]),
        ),
        ...conflicts(inputs, "nodeGroupName", "nodeGroupNamePrefix"),
    ],
    providersOwn: ["forceUpdateVersion"],
    create(inputs, call) {
        const clusterName = text(inputs.clusterName) ?? "";
        const name = uniqueName(inputs, "terraform-", "nodeGroupName");
        const id = `${clusterName}:${name}`;
        const cluster = requireCluster(clusterName, call);
        if (cluster.properties.status !== "ACTIVE") call.refuse("cluster state", { name: clusterName });
        if (call.find(nodeGroup.type, id) !== undefined)
            call.refuse("ResourceInUseException", { name, clusterName });
        const role = requireNodeRole(text(inputs.nodeRoleArn) ?? "", call);
        requireSubnets(inputs, cluster, call);
        checkSize(inputs, call);
        checkLabels(inputs, call);
        const machines = requireMachines(inputs, cluster, call);
        if (authenticationMode(cluster) !== "CONFIG_MAP")
            putAccessEntry(
                { clusterName, principalArn: text(inputs.nodeRoleArn) ?? "", type: entryType(machines) },
                call,
            );
        checkReady(inputs, id, cluster, role, call);
        const uuid = randomUUID();
        return {
            id,
            outputs: {
                ...machines,
                arn: arn("eks", `nodegroup/${clusterName}/${name}/${uuid}`, call.caller),
                capacityType: inputs.capacityType ?? "ON_DEMAND",
                labels: inputs.labels ?? {},
                nodeGroupName: name,
                nodeGroupNamePrefix: text(inputs.nodeGroupNamePrefix) ?? "",
                nodeRepairConfig: inputs.nodeRepairConfig ?? { enabled: false },
                resources: [
                    { autoscalingGroups: [{ name: `eks-${name}-${uuid}` }], remoteAccessSecurityGroupId: "" },
                ],
                status: "ACTIVE",
                updateConfig: inputs.updateConfig ?? { maxUnavailable: 1 },
            },
        };
    },
    update(inputs, object, call) {
        const cluster = requireCluster(text(inputs.clusterName) ?? "", call);
        checkSize(inputs, call);
        checkLabels(inputs, call);
        const version = text(inputs.version);
        const current = text(object.properties.version) ?? "";
        if (version !== undefined && minor(version) < minor(current))
            call.refuse("version down", { version, current });
        // Without a version of its own a group stays where it is when the control plane moves on.
        const machines = requireMachines({ ...inputs, version: version ?? current }, cluster, call);
        const role = requireNodeRole(text(inputs.nodeRoleArn) ?? "", call);
        checkReady(inputs, object.id, cluster, role, call);
        const releaseVersion =
            machines.version === current ? object.properties.releaseVersion : machines.releaseVersion;
        return { ...machines, releaseVersion };
    },
    delete(object, call) {
        const { clusterName, nodeRoleArn } = object.properties;
        const others = onCluster(EKS_TYPES.nodeGroup, text(clusterName) ?? "", call).filter(
            (other) => other.id !== object.id && other.properties.nodeRoleArn === nodeRoleArn,
        );
        const entryId = accessEntryId(text(clusterName) ?? "", text(nodeRoleArn) ?? "");
        const entry = call.find(EKS_TYPES.accessEntry, entryId);
        // An entry that the program made is the program's.
        if (others.length === 0 && entry !== undefined && entry.urn === undefined) call.remove(entry);
    },
};

function requireNodeRole(roleArn: string, call: Call): CloudObject {
    const role = roleByArn(roleArn, call);
    if (role === undefined) return call.refuse("role", { name: roleArn.split("/").at(-1) ?? roleArn });
    if (!roleTrusts(role, "ec2.amazonaws.com")) call.refuse("role trust", { roleArn });
    return role;
}

function requireSubnets(inputs: Properties, cluster: CloudObject, call: Call): void {
    const vpcId = text(at(cluster.properties, "vpcConfig.vpcId")) ?? "";
    for (const id of strings(inputs.subnetIds)) {
        const subnet = call.require("aws:ec2/subnet:Subnet", id, "subnet", { id });
        if (subnet.properties.vpcId !== vpcId) call.refuse("subnet VPC", { id, vpcId });
    }
}

/** EKS refuses the prefixes anywhere in a key: node-role.kubernetes.io/x too. */
function checkLabels(inputs: Properties, call: Call): void {
    const keys = isObject(inputs.labels) ? Object.keys(inputs.labels) : [];
    if (keys.some((key) => /(^|\.)(kubernetes\.io|k8s\.io|eks\.amazonaws\.com)\//.test(key)))
        call.refuse("label");
}

function checkSize(inputs: Properties, call: Call): void {
    const size = (name: string): number => Number(at(inputs, `scalingConfig.${name}`));
    const [min, desired, max] = [size("minSize"), size("desiredSize"), size("maxSize")];
    if (min > desired) call.refuse("too few", { min, desired });
    if (desired > max) call.refuse("too many", { desired, max });
}

/** What the nodes are: EKS's defaults filled in, and everything that does not fit together refused. */
function requireMachines(inputs: Properties, cluster: CloudObject, call: Call): Properties {
    const template = nodeTemplate(inputs, call);
    if (template !== undefined) checkTemplate(inputs, template, call);
    const clusterVersion = text(cluster.properties.version) ?? "";
    const version = text(inputs.version) ?? clusterVersion;
    if (minor(version) > minor(clusterVersion))
        call.refuse("newer than the cluster", { version, clusterVersion });
    const own = template?.imageId !== undefined;
    const amiType = text(inputs.amiType) ?? (own ? "CUSTOM" : "AL2023_x86_64_STANDARD");
    if (!isImageOffered(amiType, version)) call.refuse("image", { amiType });
    const inTemplate = template?.instanceType === undefined ? [] : [template.instanceType];
    const given = [...strings(inputs.instanceTypes), ...inTemplate];
    const instanceTypes = given.length > 0 ? given : ["t3.medium"];
    for (const instanceType of instanceTypes) {
        const needed = imageArchitecture(amiType);
        if (needed !== undefined && instanceArchitecture(instanceType) !== needed)
            call.refuse("architecture", { instanceType, amiType });
    }
    return {
        amiType,
        version,
        // The templates' disk is the template's business.
        diskSize: inputs.diskSize ?? (template === undefined ? 20 : 0),
        instanceTypes: inTemplate.length > 0 ? [] : instanceTypes,
        ...(template && {
            launchTemplate: { id: template.id, name: template.name, version: template.version },
        }),
        releaseVersion:
            inputs.releaseVersion ??
            `${version}.0-${new Date().toISOString().slice(0, 10).replace(/-/g, "")}`,
    };
}

function checkTemplate(inputs: Properties, template: NodeTemplate, call: Call): void {
    if (inputs.diskSize !== undefined) call.refuse("disk size");
    if (inputs.remoteAccess !== undefined) call.refuse("remote access");
    if (template.instanceType !== undefined && strings(inputs.instanceTypes).length > 0)
        call.refuse("instance types twice");
    if (template.imageId === undefined) return;
    if (inputs.amiType !== undefined && inputs.amiType !== "CUSTOM") call.refuse("image twice");
    if (inputs.version !== undefined && inputs.version !== UNKNOWN) call.refuse("version of an own image");
}

/** Source: https://docs.aws.amazon.com/eks/latest/userguide/creating-access-entries.html (types). */
function entryType(machines: Properties): string {
    return String(machines.amiType).startsWith("WINDOWS") ? "EC2_WINDOWS" : "EC2_LINUX";
}

/** Nodes that do not become ready: the provider's wait ends, and the group stays with what went wrong. */
function checkReady(
    inputs: Properties,
    id: string,
    cluster: CloudObject,
    role: CloudObject,
    call: Call,
): void {
    if (Number(at(inputs, "scalingConfig.desiredSize")) === 0) return;
    const trouble = nodeTrouble(cluster, role, call);
    if (trouble !== undefined) call.notReady(trouble, { id, instance: ec2Id("i") });
}
