import type { CloudObject } from "../../cloud/account";
import { text } from "../../cloud/values";
import type { Call } from "../../plugin/call";
import type { Fake } from "../../plugin/fake";
import { arn, ec2Id } from "../format/ids";
import { dependents } from "./dependents";
import { ERRORS, noSuchVpc } from "./refusals";
import { blackhole } from "./routes";
import { INTERNET_GATEWAY, NAT_GATEWAY, VPC } from "../types";

/** As many as VPCs. Source: https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html */
const GATEWAYS_PER_REGION = 5;

/** An internet gateway; the provider attaches it to its VPC in the same breath. */
export const internetGateway: Fake = {
    type: INTERNET_GATEWAY,
    service: "EC2",
    operations: {
        create: "CreateInternetGateway",
        read: "DescribeInternetGateways",
        update: "AttachInternetGateway",
        delete: "DetachInternetGateway",
    },
    // Another VPC is a detachment and an attachment. Source: terraform-provider-aws, internal/service/ec2/vpc_internet_gateway.go.
    replaceOn: {},
    refusals: {
        "InvalidVpcID.NotFound": {
            ...noSuchVpc["InvalidVpcID.NotFound"],
            operation: "AttachInternetGateway",
        },
        InvalidParameterValue: {
            sentence: "Network {vpc} already has an internet gateway attached",
            operation: "AttachInternetGateway",
            source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AttachInternetGateway.html",
        },
        InternetGatewayLimitExceeded: {
            sentence: "The maximum number of internet gateways has been reached.",
            source: ERRORS,
        },
        DependencyViolation: {
            sentence:
                "Network {vpc} has some mapped public address(es). Please unmap those public address(es) before " +
                "detaching the gateway.",
            operation: "DetachInternetGateway",
            source: "https://github.com/hashicorp/terraform/issues/1303",
        },
    },
    create(inputs, call) {
        if (call.list(INTERNET_GATEWAY).length >= GATEWAYS_PER_REGION)
            call.refuse("InternetGatewayLimitExceeded");
        const id = ec2Id("igw");
        const vpcId = text(inputs.vpcId);
        if (vpcId !== undefined) requireRoom(vpcId, call);
        return {
            id,
            outputs: {
                arn: arn("ec2", `internet-gateway/${id}`, call.caller),
                ownerId: call.caller.accountId,
                vpcId: vpcId ?? "",
            },
        };
    },
    update(inputs, object, call) {
        const vpcId = text(inputs.vpcId) ?? "";
        if (vpcId === object.properties.vpcId) return { vpcId };
        refuseWhileMapped(object, call);
        if (vpcId !== "") requireRoom(vpcId, call);
        return { vpcId };
    },
    delete(object, call) {
        refuseWhileMapped(object, call);
        blackhole("gatewayId", object.id, call);
    },
};

function requireRoom(vpcId: string, call: Call): void {
    call.require(VPC, vpcId, "InvalidVpcID.NotFound", { id: vpcId });
    if (dependents("vpcId", vpcId, call, [INTERNET_GATEWAY]).length > 0)
        call.refuse("InvalidParameterValue", { vpc: vpcId });
}

/** A gateway stays while something in its VPC has a public address. */
function refuseWhileMapped(gateway: CloudObject, call: Call): void {
    const vpcId = text(gateway.properties.vpcId) ?? "";
    if (vpcId === "") return;
    const mapped = dependents("vpcId", vpcId, call, [NAT_GATEWAY]).filter(
        (nat) => nat.properties.associationId !== "",
    );
    if (mapped.length > 0) call.refuse("DependencyViolation", { vpc: vpcId });
}
