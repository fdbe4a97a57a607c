import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as pulumi from "@pulumi/pulumi";
import { PlatformComponent } from "../platform-component";

export interface ControlPlaneLogsArgs {
    /** The cluster's name in AWS: EKS writes to the group of that name and to no other. */
    physicalName: string;
    logRetentionDays: number;
}

/** The log group of the control plane, made before EKS makes one that keeps everything for ever. */
export class ControlPlaneLogs extends PlatformComponent {
    constructor(name: string, args: ControlPlaneLogsArgs, opts?: pulumi.ComponentResourceOptions) {
        super("cluster", name, opts);

        new cloudwatch.LogGroup(
            `${name}-group`,
            { name: `/aws/eks/${args.physicalName}/cluster`, retentionInDays: args.logRetentionDays },
            { parent: this },
        );

        this.registerOutputs({});
    }
}
