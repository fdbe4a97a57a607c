import { randomBytes } from "node:crypto";
import { text, type Properties } from "../../cloud/values";
import type { Call } from "../../plugin/call";
import type { Fake } from "../../plugin/fake";
import type { Refusals } from "../../plugin/refusal";
import { roleByArn, roleTrusts } from "../iam/role-lookup";
import { arn, randomId } from "../format/ids";
import { arnText } from "../plan/checks";
import { CLUSTER_NOT_FOUND, onCluster, requireCluster } from "./cluster-lookup";
import { EKS_TYPES } from "../types";

/** The rows about the role; add-ons make associations too, and have them as well. */
export const podRoleRefusals: Refusals = {
    "InvalidParameterException: role": {
        code: "InvalidParameterException",
        sentence: "Role provided in the request does not exist.",
        source: "terraform-provider-aws, internal/service/eks/pod_identity_association.go",
    },
    "InvalidParameterException: trust": {
        code: "InvalidParameterException",
        sentence: "Trust policy of the role provided is invalid",
        source: "https://github.com/hashicorp/terraform-provider-aws/issues/41483",
    },
    "ResourceInUseException: association": {
        code: "ResourceInUseException",
        sentence: "Association already exists: {id}",
        status: 409,
        source: "https://github.com/eksctl-io/eksctl/issues/7753",
    },
};

/** Source of the rows of `replaceOn`. */
const FORCE_NEW = "terraform-provider-aws internal/service/eks/pod_identity_association.go, RequiresReplace";

/** An IAM role for the pods of a service account. */
export const podIdentityAssociation: Fake = {
    type: EKS_TYPES.podIdentityAssociation,
    service: "EKS",
    operations: {
        create: "CreatePodIdentityAssociation",
        read: "DescribePodIdentityAssociation",
        update: "UpdatePodIdentityAssociation",
        delete: "DeletePodIdentityAssociation",
    },
    replaceOn: {
        clusterName: FORCE_NEW,
        namespace: FORCE_NEW,
        serviceAccount: FORCE_NEW,
    },
    defaults: { disableSessionTags: false },
    refusals: { ResourceNotFoundException: CLUSTER_NOT_FOUND, ...podRoleRefusals },
    check: (inputs) => [...arnText(inputs, "roleArn"), ...arnText(inputs, "targetRoleArn")],
    create(inputs, call) {
        requireCluster(text(inputs.clusterName) ?? "", call);
        const { id, properties } = newAssociation(inputs, call);
        return { id, outputs: properties };
    },
    update(inputs, object, call) {
        requirePodRole(text(inputs.roleArn) ?? "", call);
        return { externalId: externalId(inputs, text(object.properties.externalId)) };
    },
};

/** Checks a new association and makes its id. */
export function newAssociation(inputs: Properties, call: Call): { id: string; properties: Properties } {
    const clusterName = text(inputs.clusterName) ?? "";
    requirePodRole(text(inputs.roleArn) ?? "", call);
    const taken = onCluster(EKS_TYPES.podIdentityAssociation, clusterName, call).find(
        ({ properties }) =>
            properties.namespace === inputs.namespace && properties.serviceAccount === inputs.serviceAccount,
    );
    if (taken !== undefined) call.refuse("ResourceInUseException: association", { id: taken.id });
    const id = `a-${randomId(17, "abcdefghijklmnopqrstuvwxyz0123456789")}`;
    const associationArn = arn("eks", `podidentityassociation/${clusterName}/${id}`, call.caller);
    return {
        id,
        properties: { associationId: id, associationArn, externalId: externalId(inputs, undefined) },
    };
}

/** Source: https://docs.aws.amazon.com/eks/latest/userguide/pod-id-role.html (trust policy). */
function requirePodRole(roleArn: string, call: Call): void {
    const role = roleByArn(roleArn, call);
    if (role === undefined) return call.refuse("InvalidParameterException: role");
    if (!roleTrusts(role, "pods.eks.amazonaws.com", ["sts:AssumeRole", "sts:TagSession"]))
        call.refuse("InvalidParameterException: trust");
}

/** Only a role behind the role (targetRoleArn) is taken with an external id. */
function externalId(inputs: Properties, before: string | undefined): string {
    if (inputs.targetRoleArn === undefined) return "";
    return before === undefined || before === "" ? randomBytes(16).toString("hex") : before;
}
