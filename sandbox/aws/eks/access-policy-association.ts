import { at, strings, text } from "../../cloud/values";
import type { Fake } from "../../plugin/fake";
import { arnText } from "../plan/checks";
import { sameSet } from "../plan/same-set";
import { accessEntryId } from "./access-entry-object";
import { accessPolicyAssociationId, associationTimes } from "./access-policy-object";
import { CLUSTER_NOT_FOUND, requireCluster } from "./cluster-lookup";
import { checkClusterName } from "./cluster-name";
import { EKS_TYPES } from "../types";

const ASSOCIATE = "https://docs.aws.amazon.com/eks/latest/APIReference/API_AssociateAccessPolicy.html";

/** Source of the rows of `replaceOn`. */
const FORCE_NEW = "terraform-provider-aws internal/service/eks/access_policy_association.go, ForceNew";

/** What an access entry may do. Associating a policy again changes its scope, as EKS does it. */
export const accessPolicyAssociation: Fake = {
    type: EKS_TYPES.accessPolicyAssociation,
    service: "EKS",
    operations: {
        create: "AssociateAccessPolicy",
        read: "ListAssociatedAccessPolicies",
        delete: "DisassociateAccessPolicy",
    },
    // The checks stand there too: the scope's type is left to EKS.
    replaceOn: {
        accessScope: FORCE_NEW,
        clusterName: FORCE_NEW,
        policyArn: FORCE_NEW,
        principalArn: FORCE_NEW,
    },
    refusals: {
        ResourceNotFoundException: CLUSTER_NOT_FOUND,
        "ResourceNotFoundException: entry": {
            code: "ResourceNotFoundException",
            sentence:
                "The specified principalArn could not be found. You can view your available access entries with " +
                "'list-access-entries'.",
            status: 404,
            source: "https://github.com/terraform-aws-modules/terraform-aws-eks/issues/3024",
        },
        "ResourceNotFoundException: policy": {
            code: "ResourceNotFoundException",
            sentence:
                "The specified policyArn could not be found. You can view your available access policies with " +
                "'list-access-policies'.",
            status: 404,
            source: ASSOCIATE,
        },
        // The page gives the rule and the code; the words are ours.
        InvalidRequestException: {
            sentence: "Access policies can't be associated with an access entry of type {type}.",
            source: "https://docs.aws.amazon.com/eks/latest/userguide/access-policies.html",
        },
        // The page gives the values; the words are ours.
        "InvalidParameterException: scope": {
            code: "InvalidParameterException",
            sentence: "The access scope type {type} is invalid, it must be one of [cluster, namespace].",
            source: ASSOCIATE,
        },
        // The page gives the rule; the words are ours.
        InvalidParameterException: {
            sentence: "An access scope of type {type} {rule} namespaces.",
            source: ASSOCIATE,
        },
    },
    sameValue: (path, before, after) => path === "accessScope.namespaces" && sameSet(before, after),
    check: (inputs) => [
        ...checkClusterName(inputs, "clusterName"),
        ...arnText(inputs, "principalArn"),
        ...arnText(inputs, "policyArn"),
    ],
    create(inputs, call) {
        const cluster = text(inputs.clusterName) ?? "";
        const principalArn = text(inputs.principalArn) ?? "";
        const policyArn = text(inputs.policyArn) ?? "";
        requireCluster(cluster, call);
        const entryId = accessEntryId(cluster, principalArn);
        const entry = call.require(EKS_TYPES.accessEntry, entryId, "ResourceNotFoundException: entry");
        if (!isAccessPolicy(policyArn)) call.refuse("ResourceNotFoundException: policy");
        const entryType = text(entry.properties.type) ?? "";
        if (entryType !== "STANDARD") call.refuse("InvalidRequestException", { type: entryType });
        const type = text(at(inputs, "accessScope.type")) ?? "";
        if (!["cluster", "namespace"].includes(type))
            call.refuse("InvalidParameterException: scope", { type });
        const hasNamespaces = strings(at(inputs, "accessScope.namespaces")).length > 0;
        if (hasNamespaces !== (type === "namespace")) {
            const rule = hasNamespaces ? "does not take" : "needs";
            call.refuse("InvalidParameterException", { type, rule });
        }
        return {
            id: accessPolicyAssociationId(cluster, principalArn, policyArn),
            outputs: associationTimes(),
        };
    },
};

/** Source: https://docs.aws.amazon.com/eks/latest/userguide/access-policy-permissions.html */
const POLICIES = [
    ...["Admin", "AdminView", "AutoNode", "BlockStorageCluster", "BlockStorage", "ClusterAdmin"],
    ...["ComputeCluster", "Compute", "Edit", "Hybrid", "LoadBalancingCluster", "LoadBalancing"],
    ...["NetworkingCluster", "Networking", "SecretReader", "View"],
];

function isAccessPolicy(arn: string): boolean {
    return POLICIES.some((name) => arn === `arn:aws:eks::aws:cluster-access-policy/AmazonEKS${name}Policy`);
}
