import * as eks from "@pulumi/aws/eks";
import * as iam from "@pulumi/aws/iam";
import * as pulumi from "@pulumi/pulumi";
import { PlatformComponent } from "../platform-component";
import { trustService } from "../policy-document";

export interface WorkloadIdentityArgs {
    clusterName: pulumi.Input<string>;
    /** Where the workload runs, `kube-system`. */
    namespace: string;
    /** The workload's service account, `ebs-csi-controller-sa`; it need not exist yet. */
    serviceAccount: string;
    /** What the workload may do: managed policies by ARN. */
    managedPolicyArns?: readonly string[];
    /** What the workload may do: a policy document of its own. */
    policy?: pulumi.Input<string>;
    /** Carried by the role, `arn:aws:iam::111122223333:policy/boundary`; default: none. */
    permissionsBoundaryArn?: string;
}

/**
 * An IAM role for a workload on the cluster, by EKS Pod Identity: no token, no key and no OIDC provider, and the
 * same role can serve a cluster that replaces this one.
 */
export class WorkloadIdentity extends PlatformComponent {
    readonly roleArn: pulumi.Output<string>;
    /** What a workload waits for: its pods get no credentials before. */
    readonly ready: pulumi.Resource[];

    constructor(name: string, args: WorkloadIdentityArgs, opts?: pulumi.ComponentResourceOptions) {
        super("workload-identity", name, opts);

        const role = new iam.Role(
            `${name}-role`,
            {
                description: `Service account ${args.namespace}/${args.serviceAccount}`,
                // Source: https://docs.aws.amazon.com/eks/latest/userguide/pod-id-role.html
                assumeRolePolicy: trustService("pods.eks.amazonaws.com", [
                    "sts:AssumeRole",
                    "sts:TagSession",
                ]),
                permissionsBoundary: args.permissionsBoundaryArn,
            },
            { parent: this },
        );
        const attachments = (args.managedPolicyArns ?? []).map(
            (policyArn) =>
                new iam.RolePolicyAttachment(
                    `${name}-${policyArn.split("/").at(-1)}`,
                    { role: role.name, policyArn },
                    { parent: this },
                ),
        );
        const inline =
            args.policy === undefined
                ? []
                : [
                      new iam.RolePolicy(
                          `${name}-policy`,
                          { role: role.name, policy: args.policy },
                          { parent: this },
                      ),
                  ];
        const association = new eks.PodIdentityAssociation(
            `${name}-association`,
            {
                clusterName: args.clusterName,
                namespace: args.namespace,
                serviceAccount: args.serviceAccount,
                roleArn: role.arn,
            },
            { parent: this },
        );

        this.roleArn = role.arn;
        this.ready = [...attachments, ...inline, association];
        this.registerOutputs({ roleArn: this.roleArn });
    }
}
