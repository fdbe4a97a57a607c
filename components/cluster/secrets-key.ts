import * as iam from "@pulumi/aws/iam";
import * as kms from "@pulumi/aws/kms";
import * as pulumi from "@pulumi/pulumi";
import { PlatformComponent } from "../platform-component";
import { allow, document } from "../policy-document";

export interface SecretsKeyArgs {
    /** Part of the alias, `core-platform-dvlp`. */
    physicalName: string;
    accountId: string;
    /** The control plane's role, which uses the key. */
    clusterRoleArn: pulumi.Input<string>;
    protect: boolean;
}

/** The key that encrypts Kubernetes Secrets at rest; without it they are lost, so it is protected like data. */
export class SecretsKey extends PlatformComponent {
    readonly arn: pulumi.Output<string>;

    constructor(name: string, args: SecretsKeyArgs, opts?: pulumi.ComponentResourceOptions) {
        super("cluster", name, opts);

        const key = new kms.Key(
            `${name}-key`,
            {
                description: `Kubernetes Secrets of cluster ${args.physicalName}`,
                enableKeyRotation: true,
                // The longest time to change one's mind that KMS offers, days.
                deletionWindowInDays: 30,
                // Leaves it to IAM who uses the key; EKS grants itself access as the caller that makes the cluster.
                policy: document([
                    {
                        Sid: "account",
                        Effect: "Allow",
                        Principal: { AWS: `arn:aws:iam::${args.accountId}:root` },
                        Action: "kms:*",
                        Resource: "*",
                    },
                ]),
            },
            { parent: this, protect: args.protect },
        );
        new kms.Alias(
            `${name}-alias`,
            { name: `alias/${args.physicalName}-secrets`, targetKeyId: key.keyId },
            { parent: this },
        );
        const roleName = pulumi.output(args.clusterRoleArn).apply((arn) => arn.split("/").at(-1) ?? arn);
        // Source: https://docs.aws.amazon.com/eks/latest/userguide/enable-kms.html
        new iam.RolePolicy(
            `${name}-use`,
            {
                role: roleName,
                policy: key.arn.apply((arn) =>
                    allow(["kms:Encrypt", "kms:Decrypt", "kms:ListGrants", "kms:DescribeKey"], [arn]),
                ),
            },
            { parent: this },
        );

        this.arn = key.arn;
        this.registerOutputs({ arn: this.arn });
    }
}
