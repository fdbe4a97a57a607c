import type { CloudObject } from "../../cloud/account";
import { equal, text, type Properties } from "../../cloud/values";
import type { Call } from "../../plugin/call";
import type { Fake } from "../../plugin/fake";
import type { Failure } from "../../plugin/typings";
import { arn, ec2Id } from "../format/ids";
import { arnText, exactlyOneOf, isKnown, notPretended, oneOf } from "../plan/checks";
import { ERRORS, missingParameter, noSuchSubnet, noSuchVpc } from "./refusals";
import { FLOW_LOG, LOG_GROUP, ROLE, SUBNET, VPC } from "../types";

/** What a flow log can watch. Source: terraform-provider-aws, internal/service/ec2/vpc_flow_log.go (ExactlyOneOf). */
const WATCHED = [
    "eniId",
    "regionalNatGatewayId",
    "subnetId",
    "vpcId",
    "transitGatewayId",
    "transitGatewayAttachmentId",
];

/** The principal that writes the log. Source: https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html */
const WRITER = "vpc-flow-logs.amazonaws.com";

/** Source: https://docs.aws.amazon.com/vpc/latest/userguide/flow-log-records.html (version 2, the default). */
const DEFAULT_FORMAT =
    "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status"
        .split(" ")
        .map((field) => `\${${field}}`)
        .join(" ");

/** Source of the rows of `replaceOn`. */
const FORCE_NEW = "terraform-provider-aws internal/service/ec2/vpc_flow_log.go, ForceNew";

/** A flow log of a VPC or a subnet that goes to CloudWatch Logs. */
export const flowLog: Fake = {
    type: FLOW_LOG,
    service: "EC2",
    operations: {
        create: "CreateFlowLogs",
        read: "DescribeFlowLogs",
        update: "CreateTags",
        delete: "DeleteFlowLogs",
    },
    // Everything but tags.
    replaceOn: {
        deliverCrossAccountRole: FORCE_NEW,
        destinationOptions: FORCE_NEW,
        eniId: FORCE_NEW,
        iamRoleArn: FORCE_NEW,
        logDestination: FORCE_NEW,
        logDestinationType: FORCE_NEW,
        logFormat: FORCE_NEW,
        maxAggregationInterval: FORCE_NEW,
        regionalNatGatewayId: FORCE_NEW,
        subnetId: FORCE_NEW,
        tagFieldSpecifications: FORCE_NEW,
        trafficType: FORCE_NEW,
        transitGatewayAttachmentId: FORCE_NEW,
        transitGatewayId: FORCE_NEW,
        vpcId: FORCE_NEW,
    },
    // Source: as above (Default); logFormat: CreateFlowLogs.
    defaults: {
        logDestinationType: "cloud-watch-logs",
        maxAggregationInterval: 600,
        logFormat: DEFAULT_FORMAT,
    },
    refusals: {
        ...noSuchVpc,
        ...noSuchSubnet,
        ...missingParameter,
        InvalidParameter: {
            sentence: "Unable to assume given IAM role: '{role}'",
            source: "https://github.com/hashicorp/terraform-provider-aws/issues/29323",
        },
        // Stricter than AWS, which takes the call and reports the missing log group later, in the flow log's
        // delivery status: here nobody would read that.
        LogDestinationNotFoundException: {
            sentence: "LogDestination: {name} does not exist",
            source: ERRORS,
        },
        FlowLogAlreadyExists: {
            sentence: "Error. There is an existing Flow Log with the same configuration and log destination.",
            source: "https://github.com/getmoto/moto/issues/6369",
        },
    },
    check: (inputs) => [
        ...exactlyOneOf(inputs, WATCHED),
        ...oneOf(inputs, "logDestinationType", ["cloud-watch-logs", "s3", "kinesis-data-firehose"]),
        ...oneOf(inputs, "trafficType", ["ACCEPT", "REJECT", "ALL"]),
        ...checkInterval(inputs),
        ...arnText(inputs, "iamRoleArn"),
        ...arnText(inputs, "logDestination"),
        ...notPretended(inputs, [
            "deliverCrossAccountRole",
            "destinationOptions",
            "eniId",
            "regionalNatGatewayId",
            "tagFieldSpecifications",
            "transitGatewayAttachmentId",
            "transitGatewayId",
            ...(["s3", "kinesis-data-firehose"].includes(String(inputs.logDestinationType))
                ? ["logDestinationType"]
                : []),
        ]),
    ],
    create(inputs, call) {
        requireWatched(inputs, call);
        requireDelivery(inputs, call);
        const same = call.list(FLOW_LOG).some((other) => isSame(other, inputs));
        if (same) call.refuse("FlowLogAlreadyExists");
        const id = ec2Id("fl");
        return { id, outputs: { arn: arn("ec2", `vpc-flow-log/${id}`, call.caller) } };
    },
};

function checkInterval(inputs: Properties): Failure[] {
    const value = inputs.maxAggregationInterval;
    if (!isKnown(value) || [60, 600].includes(Number(value))) return [];
    const reason = `expected max_aggregation_interval to be one of [60 600], got ${String(value)}`;
    return [{ property: "maxAggregationInterval", reason }];
}

function requireWatched(inputs: Properties, call: Call): void {
    const vpc = text(inputs.vpcId);
    if (vpc !== undefined) call.require(VPC, vpc, "InvalidVpcID.NotFound", { id: vpc });
    const subnet = text(inputs.subnetId);
    if (subnet !== undefined) call.require(SUBNET, subnet, "InvalidSubnetID.NotFound", { id: subnet });
    if (text(inputs.trafficType) === undefined) call.refuse("MissingParameter", { parameter: "TrafficType" });
}

function requireDelivery(inputs: Properties, call: Call): void {
    const destination = text(inputs.logDestination)?.replace(/:\*$/, "");
    const role = text(inputs.iamRoleArn);
    if (destination === undefined) return call.refuse("MissingParameter", { parameter: "LogDestination" });
    if (role === undefined) return call.refuse("MissingParameter", { parameter: "DeliverLogsPermissionArn" });
    const canBeAssumed = call
        .list(ROLE)
        .some((one) => one.properties.arn === role && trusts(one.properties.assumeRolePolicy));
    if (!canBeAssumed) call.refuse("InvalidParameter", { role });
    const exists = call.list(LOG_GROUP).some((group) => group.properties.arn === destination);
    if (!exists) call.refuse("LogDestinationNotFoundException", { name: destination });
}

/** Whether a trust policy names the writer. Which actions it may do there is not looked at. */
function trusts(policy: unknown): boolean {
    return JSON.stringify(policy ?? "").includes(WRITER);
}

function isSame(other: CloudObject, inputs: Properties): boolean {
    return [...WATCHED, "logDestination", "trafficType", "iamRoleArn"].every((name) =>
        equal(other.properties[name], inputs[name]),
    );
}
