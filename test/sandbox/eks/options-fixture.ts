/** Enough for the stand-in of eks.Cluster, and no more. */
export const ENOUGH = {
    authenticationMode: "API",
    vpcId: "vpc-1",
    subnetIds: ["subnet-1", "subnet-2"],
    skipDefaultNodeGroup: true,
    skipDefaultSecurityGroups: true,
    useDefaultVpcCni: true,
    kubeProxyAddonOptions: { enabled: false },
} as const;
