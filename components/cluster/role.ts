import * as iam from "@pulumi/aws/iam";
import * as pulumi from "@pulumi/pulumi";
import { PlatformComponent } from "../platform-component";
import { deny, trustService } from "../policy-document";

export interface ControlPlaneRoleArgs {
    permissionsBoundaryArn?: string;
}

/** The role that the EKS control plane acts by. */
export class ControlPlaneRole extends PlatformComponent {
    readonly role: iam.Role;
    readonly arn: pulumi.Output<string>;
    /** What the control plane waits for, and outlives on a destroy. */
    readonly ready: pulumi.Resource[];

    constructor(name: string, args: ControlPlaneRoleArgs, opts?: pulumi.ComponentResourceOptions) {
        super("cluster", name, opts);

        this.role = new iam.Role(
            `${name}-role`,
            {
                description: "Lets the EKS control plane manage its network interfaces and load balancers",
                assumeRolePolicy: trustService("eks.amazonaws.com"),
                permissionsBoundary: args.permissionsBoundaryArn,
            },
            { parent: this },
        );
        const managed = new iam.RolePolicyAttachment(
            `${name}-AmazonEKSClusterPolicy`,
            { role: this.role.name, policyArn: "arn:aws:iam::aws:policy/AmazonEKSClusterPolicy" },
            { parent: this },
        );
        // EKS writes its last logs after the cluster is gone and would make the log group again, without an end to
        // what it keeps. The group is made by code: nothing else has to make one.
        const noGroups = new iam.RolePolicy(
            `${name}-no-log-groups`,
            { role: this.role.name, policy: deny(["logs:CreateLogGroup"], ["*"]) },
            { parent: this },
        );

        this.arn = this.role.arn;
        this.ready = [managed, noGroups];
        this.registerOutputs({ arn: this.arn });
    }
}
