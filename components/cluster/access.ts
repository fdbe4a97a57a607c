import * as eks from "@pulumi/aws/eks";
import * as pulumi from "@pulumi/pulumi";
import { PlatformComponent } from "../platform-component";

/** One principal that gets in. */
export interface AccessEntryArgs {
    /** An IAM role, `arn:aws:iam::111122223333:role/engineers`. */
    principalArn: string;
    /** A cluster access policy of EKS, `AmazonEKSViewPolicy`. */
    policy: string;
    /** Namespaces that the policy is limited to; none: the whole cluster. */
    namespaces?: readonly string[];
}

export interface ClusterAccessArgs {
    clusterName: pulumi.Input<string>;
    deployerRoleArn: string;
    entries: Readonly<Record<string, AccessEntryArgs>>;
}

/** Who gets into the cluster: what stands here, and nobody because of who made it. */
export class ClusterAccess extends PlatformComponent {
    /** What the first Kubernetes call waits for. */
    readonly deployer: pulumi.Resource[];

    constructor(name: string, args: ClusterAccessArgs, opts?: pulumi.ComponentResourceOptions) {
        super("cluster", name, opts);

        this.deployer = this.admit("deployer", args.clusterName, {
            principalArn: args.deployerRoleArn,
            policy: "AmazonEKSClusterAdminPolicy",
        });
        for (const [entry, principal] of Object.entries(args.entries))
            this.admit(entry, args.clusterName, principal);

        this.registerOutputs({});
    }

    private admit(
        entry: string,
        clusterName: pulumi.Input<string>,
        principal: AccessEntryArgs,
    ): pulumi.Resource[] {
        const { principalArn, policy, namespaces = [] } = principal;
        const accessEntry = new eks.AccessEntry(
            `${this.name}-${entry}`,
            { clusterName, principalArn, type: "STANDARD" },
            { parent: this },
        );
        const association = new eks.AccessPolicyAssociation(
            `${this.name}-${entry}-policy`,
            {
                clusterName,
                principalArn: accessEntry.principalArn,
                policyArn: `arn:aws:eks::aws:cluster-access-policy/${policy}`,
                accessScope:
                    namespaces.length > 0
                        ? { type: "namespace", namespaces: [...namespaces] }
                        : { type: "cluster" },
            },
            { parent: this },
        );
        return [accessEntry, association];
    }
}
