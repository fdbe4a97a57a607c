import { strings, text, type Properties } from "../../cloud/values";
import type { Call } from "../../plugin/call";
import type { Fake } from "../../plugin/fake";
import { arnText, oneOf } from "../plan/checks";
import { sameSet } from "../plan/same-set";
import { timestamp } from "../format/timestamp";
import { accessEntryId, accessEntryOutputs, PRINCIPAL } from "./access-entry-object";
import { authenticationMode, CLUSTER_NOT_FOUND, onCluster, requireCluster } from "./cluster-lookup";
import { checkClusterName } from "./cluster-name";
import { EKS_TYPES } from "../types";

const CREATE = "https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateAccessEntry.html";

/** Source of the rows of `replaceOn`. */
const FORCE_NEW = "terraform-provider-aws internal/service/eks/access_entry.go, ForceNew";

/**
 * Who may sign in to a cluster. EKS also refuses a principal that does not exist ("The specified principalArn is
 * invalid: invalid principal.", terraform-aws-eks #2969); people's roles are made outside of this program, so their
 * existence is taken for granted here.
 */
export const accessEntry: Fake = {
    type: EKS_TYPES.accessEntry,
    service: "EKS",
    operations: {
        create: "CreateAccessEntry",
        read: "DescribeAccessEntry",
        update: "UpdateAccessEntry",
        delete: "DeleteAccessEntry",
    },
    replaceOn: {
        clusterName: FORCE_NEW,
        principalArn: FORCE_NEW,
        type: FORCE_NEW,
    },
    recomputed: ["modifiedAt"],
    defaults: { type: "STANDARD" },
    refusals: {
        ResourceNotFoundException: CLUSTER_NOT_FOUND,
        ResourceInUseException: {
            sentence: "The specified access entry resource is already in use on this cluster.",
            status: 409,
            source: CREATE,
        },
        InvalidRequestException: {
            sentence:
                "The cluster's authentication mode must be set to one of [API, API_AND_CONFIG_MAP] to perform this operation.",
            source: "https://docs.aws.amazon.com/eks/latest/userguide/setting-up-access-entries.html",
        },
        "InvalidParameterException: principal": {
            code: "InvalidParameterException",
            sentence: "The principalArn parameter format is not valid",
            source: CREATE,
        },
        "InvalidParameterException: service-linked role": {
            code: "InvalidParameterException",
            sentence:
                "The caller is not allowed to modify access entries with a principalArn value of a Service Linked Role",
            source: "https://github.com/hashicorp/terraform-provider-aws/issues/36447",
        },
        // The page gives the rule; the words are ours.
        "InvalidParameterException: group": {
            code: "InvalidParameterException",
            sentence: "The kubernetes group name {group} is invalid, it cannot start with system:",
            source: CREATE,
        },
    },
    sameValue: (path, before, after) => path === "kubernetesGroups" && sameSet(before, after),
    check: (inputs) => [
        ...checkClusterName(inputs, "clusterName"),
        ...arnText(inputs, "principalArn"),
        ...oneOf(inputs, "type", TYPES),
    ],
    create(inputs, call) {
        const clusterName = text(inputs.clusterName) ?? "";
        const principalArn = text(inputs.principalArn) ?? "";
        const cluster = requireCluster(clusterName, call);
        if (authenticationMode(cluster) === "CONFIG_MAP") call.refuse("InvalidRequestException");
        if (!PRINCIPAL.test(principalArn)) call.refuse("InvalidParameterException: principal");
        if (principalArn.includes(":role/aws-service-role/"))
            call.refuse("InvalidParameterException: service-linked role");
        checkGroups(inputs, call);
        const id = accessEntryId(clusterName, principalArn);
        if (call.find(accessEntry.type, id) !== undefined) call.refuse("ResourceInUseException");
        return { id, outputs: accessEntryOutputs(inputs, call) };
    },
    update(inputs, object, call) {
        checkGroups(inputs, call);
        const { kubernetesGroups, userName } = accessEntryOutputs(inputs, call);
        return { kubernetesGroups, userName, type: object.properties.type, modifiedAt: timestamp() };
    },
    delete(object, call) {
        const { clusterName, principalArn } = object.properties;
        const policies = onCluster(EKS_TYPES.accessPolicyAssociation, text(clusterName) ?? "", call);
        for (const policy of policies)
            if (policy.properties.principalArn === principalArn) call.remove(policy);
    },
};

/** Source: https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateAccessEntry.html, type. */
const TYPES = [
    "STANDARD",
    "EC2_LINUX",
    "EC2_WINDOWS",
    "FARGATE_LINUX",
    "EC2",
    "HYBRID_LINUX",
    "HYPERPOD_LINUX",
];

function checkGroups(inputs: Properties, call: Call): void {
    const group = strings(inputs.kubernetesGroups).find((name) => name.startsWith("system:"));
    if (group !== undefined) call.refuse("InvalidParameterException: group", { group });
}
