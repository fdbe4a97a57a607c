import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as ec2 from "@pulumi/aws/ec2";
import * as iam from "@pulumi/aws/iam";
import * as pulumi from "@pulumi/pulumi";
import { allow, trustService } from "../policy-document";
import { PlatformComponent } from "../platform-component";

export interface FlowLogsArgs {
    /** Part of the log group's name, `core-platform-dvlp`. */
    physicalName: string;
    vpcId: pulumi.Input<string>;
    /** Days; one of the values that CloudWatch knows. */
    retentionDays: number;
    permissionsBoundaryArn?: string;
}

/** The record of every connection in a VPC, accepted or refused, in a log group with an end. */
export class FlowLogs extends PlatformComponent {
    constructor(name: string, args: FlowLogsArgs, opts?: pulumi.ComponentResourceOptions) {
        super("network", name, opts);

        const group = new cloudwatch.LogGroup(
            `${name}-group`,
            { name: `/aws/vpc/${args.physicalName}/flow-logs`, retentionInDays: args.retentionDays },
            { parent: this },
        );
        const role = new iam.Role(
            `${name}-role`,
            {
                description: "Lets VPC flow logs write to their log group",
                assumeRolePolicy: trustService("vpc-flow-logs.amazonaws.com"),
                permissionsBoundary: args.permissionsBoundaryArn,
            },
            { parent: this },
        );
        // Source: https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html, less the right to make groups.
        const policy = new iam.RolePolicy(
            `${name}-write`,
            {
                role: role.name,
                policy: group.arn.apply((arn) =>
                    allow(
                        [
                            "logs:CreateLogStream",
                            "logs:DescribeLogGroups",
                            "logs:DescribeLogStreams",
                            "logs:PutLogEvents",
                        ],
                        [arn, `${arn}:*`],
                    ),
                ),
            },
            { parent: this },
        );
        new ec2.FlowLog(
            `${name}-log`,
            {
                vpcId: args.vpcId,
                trafficType: "ALL",
                logDestinationType: "cloud-watch-logs",
                logDestination: group.arn,
                iamRoleArn: role.arn,
                maxAggregationInterval: 600,
                tags: { Name: args.physicalName },
            },
            { parent: this, dependsOn: [policy] },
        );

        this.registerOutputs({});
    }
}
