/** The names of a stack's outputs: other stacks and people read them. Add to them; never rename or remove. */
export const OUTPUT_NAMES = [
    "accountId",
    "clusterEndpoint",
    "clusterIdentifier",
    "clusterName",
    "clusterVersion",
    "environment",
    "kubeconfig",
    "natPublicIps",
    "parts",
    "platformNamespace",
    "privateSubnetIds",
    "publicSubnetIds",
    "region",
    "vpcCidr",
    "vpcId",
];
