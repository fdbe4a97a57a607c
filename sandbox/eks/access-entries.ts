import * as pulumi from "@pulumi/pulumi";
import { AccessEntry } from "@pulumi/aws/eks/accessEntry";
import { AccessPolicyAssociation } from "@pulumi/aws/eks/accessPolicyAssociation";
import type { Cluster } from "@pulumi/aws/eks/cluster";
import type { AccessEntryArgs } from "@pulumi/eks/types/input";

/**
 * Makes an access entry per name, and below it an association per policy.
 * Source: pulumi-eks v4.3.0, nodejs/eks/cluster/authenticationMode.ts, createAccessEntries.
 */
export function createAccessEntries(
    name: string,
    cluster: Cluster,
    entries: Readonly<Record<string, AccessEntryArgs>>,
    parent: pulumi.Resource,
): void {
    for (const [key, entry] of Object.entries(entries)) {
        const made = new AccessEntry(
            `${name}-${key}`,
            {
                clusterName: cluster.name,
                principalArn: entry.principalArn,
                kubernetesGroups: entry.kubernetesGroups,
                tags: entry.tags,
                type: entry.type,
                userName: entry.username,
            },
            { parent, dependsOn: [cluster] },
        );
        for (const [association, policy] of Object.entries(entry.accessPolicies ?? {})) {
            const { accessScope, policyArn } = pulumi.output(policy);
            new AccessPolicyAssociation(
                `${name}-${key}-${association}`,
                { accessScope, principalArn: entry.principalArn, policyArn, clusterName: cluster.name },
                { parent: made, dependsOn: [made] },
            );
        }
    }
}
