import type * as pulumi from "@pulumi/pulumi";

/**
 * What a stack tells the world: other stacks read it through stack references, people by `pulumi stack output`.
 * The names are a contract: add to them, never rename.
 */
export interface StackOutputs {
    /** `dvlp`, `pprd` or `prod`; an ephemeral stack says dvlp. */
    environment: string;
    accountId: string;
    region: string;
    vpcId: pulumi.Output<string>;
    vpcCidr: pulumi.Output<string>;
    publicSubnetIds: pulumi.Output<string[]>;
    privateSubnetIds: pulumi.Output<string[]>;
    /** Addresses that the platform's traffic to the internet comes from: for partners' allow lists. */
    natPublicIps: pulumi.Output<string[]>;
    clusterName: pulumi.Output<string>;
    clusterVersion: pulumi.Output<string>;
    clusterEndpoint: pulumi.Output<string>;
    /** For `kubectl`; needs the `aws` CLI and the right to assume the deployer's role. Holds no token. */
    kubeconfig: pulumi.Output<string>;
    /** The namespace of what the platform itself runs on the cluster. */
    platformNamespace: pulumi.Output<string>;
}
