import * as pulumi from "@pulumi/pulumi";
import { getSubnets } from "@pulumi/aws/ec2/getSubnets";
import { getVpc } from "@pulumi/aws/ec2/getVpc";
import type { ClusterOptions } from "./options";

export interface ClusterNetwork {
    vpcId: pulumi.Output<string>;
    subnetIds: pulumi.Output<string[]>;
    publicSubnetIds: pulumi.Output<string[]> | undefined;
    privateSubnetIds: pulumi.Output<string[]> | undefined;
}

/**
 * Where the cluster lives. Without `vpcId` the component asks for the account's default VPC, even when subnets are
 * given: an account without one fails there.
 * Source: pulumi-eks v4.3.0, nodejs/eks/cluster/cluster.ts, createCore.
 */
export function clusterNetwork(args: ClusterOptions, parent: pulumi.Resource): ClusterNetwork {
    const fallback = args.vpcId === undefined ? defaultVpc(parent) : undefined;
    const { publicSubnetIds, privateSubnetIds } = args;
    const split =
        publicSubnetIds === undefined && privateSubnetIds === undefined
            ? undefined
            : pulumi
                  .all([publicSubnetIds ?? [], privateSubnetIds ?? []])
                  .apply(([open, closed]) => [...open, ...closed]);
    return {
        vpcId: pulumi.output(args.vpcId ?? fallback!.vpcId),
        subnetIds: pulumi.output(args.subnetIds ?? split ?? fallback?.subnetIds ?? []),
        publicSubnetIds: publicSubnetIds && pulumi.output(publicSubnetIds),
        privateSubnetIds: privateSubnetIds && pulumi.output(privateSubnetIds),
    };
}

function defaultVpc(parent: pulumi.Resource): { vpcId: Promise<string>; subnetIds: Promise<string[]> } {
    const options = { parent, async: true };
    const vpcId = getVpc({ default: true }, options).then((vpc) => vpc.id);
    const subnets = vpcId.then((id) => getSubnets({ filters: [{ name: "vpc-id", values: [id] }] }, options));
    return { vpcId, subnetIds: subnets.then((found) => found.ids) };
}
