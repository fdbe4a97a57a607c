import type { Call } from "../../plugin/call";
import { putAccessEntry } from "./access-entry-object";
import { accessPolicyAssociationId, associationTimes } from "./access-policy-object";
import { EKS_TYPES } from "../types";

/** What bootstrapClusterCreatorAdminPermissions does: whoever makes the cluster is its administrator from then on. */
export function admitCreator(clusterName: string, call: Call): void {
    const principalArn = call.caller.principal;
    const policyArn = "arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy";
    putAccessEntry({ clusterName, principalArn, type: "STANDARD" }, call);
    call.put({
        type: EKS_TYPES.accessPolicyAssociation,
        id: accessPolicyAssociationId(clusterName, principalArn, policyArn),
        properties: {
            clusterName,
            principalArn,
            policyArn,
            accessScope: { type: "cluster" },
            ...associationTimes(),
        },
    });
}
