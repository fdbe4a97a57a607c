import * as pulumi from "@pulumi/pulumi";
import type { ClusterArgs } from "@pulumi/aws/eks/cluster";
import type { ClusterOptions } from "./options";

/**
 * The inputs of the control plane.
 * Source: pulumi-eks v4.3.0, nodejs/eks/cluster/cluster.ts, createCore.
 */
export function controlPlaneArgs(
    name: string,
    args: ClusterOptions,
    roleArn: pulumi.Input<string>,
    subnetIds: pulumi.Input<string[]>,
): ClusterArgs {
    return {
        name: args.name,
        roleArn,
        kubernetesNetworkConfig: networkConfig(args),
        bootstrapSelfManagedAddons: args.bootstrapSelfManagedAddons ?? true,
        vpcConfig: {
            subnetIds,
            endpointPrivateAccess: args.endpointPrivateAccess,
            endpointPublicAccess: args.endpointPublicAccess,
            publicAccessCidrs: publicAccessCidrs(args),
        },
        version: args.version,
        enabledClusterLogTypes: args.enabledClusterLogTypes,
        tags: pulumi
            .all([args.tags, args.clusterTags])
            .apply(([tags, clusterTags]) => ({ Name: `${name}-eksCluster`, ...clusterTags, ...tags })),
        encryptionConfig: encryptionConfig(args),
        // The component makes whoever runs the first `up` an administrator; a transform can turn that off.
        accessConfig: {
            authenticationMode: args.authenticationMode,
            bootstrapClusterCreatorAdminPermissions: true,
        },
        upgradePolicy: args.upgradePolicy,
        deletionProtection: args.deletionProtection,
    };
}

/** Through an output of its own, as in the component: at a preview all of it is unknown until the key is there. */
export function encryptionConfig(args: ClusterOptions): ClusterArgs["encryptionConfig"] {
    if (args.encryptionConfigKeyArn === undefined) return undefined;
    return pulumi
        .output(args.encryptionConfigKeyArn)
        .apply((keyArn) => ({ provider: { keyArn }, resources: ["secrets"] }));
}

function networkConfig(args: ClusterOptions): ClusterArgs["kubernetesNetworkConfig"] {
    if (!args.kubernetesServiceIpAddressRange && !args.ipFamily) return undefined;
    return pulumi
        .all([args.kubernetesServiceIpAddressRange, args.ipFamily])
        .apply(([range, ipFamily = "ipv4"]) => ({
            serviceIpv4Cidr: ipFamily === "ipv4" ? range : undefined,
            ipFamily,
        }));
}

function publicAccessCidrs(args: ClusterOptions): pulumi.Output<string[]> | undefined {
    if (args.publicAccessCidrs === undefined) return undefined;
    return pulumi
        .all([args.publicAccessCidrs, args.endpointPublicAccess ?? true])
        .apply(([cidrs, isPublic]) => {
            if (!isPublic)
                throw new Error("`publicAccessCidrs` can only be set when `endpointPublicAccess` is true");
            return cidrs;
        });
}
