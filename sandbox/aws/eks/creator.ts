import type { Call } from "../../plugin/call";
import { iamArn } from "../format/ids";
import { putAccessEntry } from "./access-entry-object";
import { accessPolicyAssociationId, associationTimes } from "./access-policy-object";
import { EKS_TYPES } from "./cluster-lookup";

/** Who calls AWS: what SANDBOX_PRINCIPAL says, else a role of the account. */
export function callerArn(call: Call, environment: NodeJS.ProcessEnv = process.env): string {
    const named = environment.SANDBOX_PRINCIPAL;
    return named !== undefined && named !== "" ? named : iamArn("role/sandbox", call.caller);
}

/** What bootstrapClusterCreatorAdminPermissions does: whoever makes the cluster is its administrator from then on. */
export function admitCreator(clusterName: string, call: Call): void {
    const principalArn = callerArn(call);
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
