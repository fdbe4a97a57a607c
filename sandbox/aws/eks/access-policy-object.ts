import type { Properties } from "../../cloud/values";
import { goTimestamp } from "../format/timestamp";

/** Terraform's id of an access policy's association. */
export function accessPolicyAssociationId(
    clusterName: string,
    principalArn: string,
    policyArn: string,
): string {
    return [clusterName, principalArn, policyArn].join("#");
}

/** What EKS fills in for an association, as terraform-provider-aws shows it: internal/service/eks/access_policy_association.go. */
export function associationTimes(): Properties {
    const now = goTimestamp();
    return { associatedAt: now, modifiedAt: now };
}
