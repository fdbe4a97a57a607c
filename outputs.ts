import type * as pulumi from "@pulumi/pulumi";
import type { Part } from "./environments/parts";

/**
 * What a stack tells the world: other stacks read it through stack references, people by `pulumi stack output`.
 * The names are a contract: add to them, never rename.
 *
 * A stack passes on what it read of the stacks that hold its parts. What it neither makes nor reads is left out:
 * a stack with the network alone has no cluster, one on a cluster that was there before has nothing of AWS.
 */
export interface StackOutputs {
    /** `dvlp`, `pprd` or `prod`; an ephemeral stack says dvlp. */
    environment: string;
    /** What the stack deploys, and which stacks hold what that is built on: other stacks check it. */
    parts: { readonly deploys: readonly Part[]; readonly holders: Readonly<Partial<Record<Part, string>>> };
    accountId?: string;
    region?: string;
    vpcId?: pulumi.Output<string>;
    vpcCidr?: pulumi.Output<string>;
    publicSubnetIds?: pulumi.Output<string[]>;
    privateSubnetIds?: pulumi.Output<string[]>;
    /** Addresses that the platform's traffic to the internet comes from: for partners' allow lists. */
    natPublicIps?: pulumi.Output<string[]>;
    /** In AWS; of a cluster that was there before, the context's name. */
    clusterName?: pulumi.Input<string>;
    clusterVersion?: pulumi.Output<string>;
    clusterEndpoint?: pulumi.Output<string>;
    /** For the `clusterIdentifier` of a Kubernetes provider: a change of it replaces all that is on the cluster. */
    clusterIdentifier?: pulumi.Input<string>;
    /**
     * For `kubectl`; needs the `aws` CLI and the right to assume the deployer's role. Holds no token. Of a cluster that
     * was there before, the path of its kubeconfig.
     */
    kubeconfig?: pulumi.Input<string>;
    /** The namespace of what the platform itself runs on the cluster. */
    platformNamespace?: pulumi.Output<string>;
}

/** The outputs that there are: about one that is undefined the engine warns at every run. */
export function stackOutputs(outputs: StackOutputs): StackOutputs {
    const entries = Object.entries(outputs).filter(([, value]) => value !== undefined);
    return Object.fromEntries(entries) as unknown as StackOutputs;
}
