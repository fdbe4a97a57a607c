import type { CloudObject } from "../../cloud/account";
import { text, type Properties } from "../../cloud/values";
import type { Call } from "../../plugin/call";
import type { Fake } from "../../plugin/fake";
import { contains, overlaps, parseCidr, type Range } from "../format/cidr";
import { arn, ec2Id } from "../format/ids";
import { conflicts, ipv4Network, notPretended, oneOf } from "../plan/checks";
import { zonesOf, type Zone } from "../format/zones";
import { dependents } from "./dependents";
import { subnetInUse } from "./network-interfaces";
import { ERRORS, noSuchVpc } from "./refusals";
import { ROUTE_TABLE_ASSOCIATION, SUBNET, VPC } from "../types";

/** Source: https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html */
const PREFIX = { least: 16, most: 28 };

/** Source: https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html */
const SUBNETS_PER_VPC = 200;

/** Source of the rows of `replaceOn`. */
const FORCE_NEW = "terraform-provider-aws internal/service/ec2/vpc_subnet.go, ForceNew";

/** A subnet: a part of its VPC's range in one zone. */
export const subnet: Fake = {
    type: SUBNET,
    service: "EC2",
    operations: {
        create: "CreateSubnet",
        read: "DescribeSubnets",
        update: "ModifySubnetAttribute",
        delete: "DeleteSubnet",
    },
    replaceOn: {
        availabilityZone: FORCE_NEW,
        availabilityZoneId: FORCE_NEW,
        cidrBlock: FORCE_NEW,
        ipv4IpamPoolId: FORCE_NEW,
        ipv4NetmaskLength: FORCE_NEW,
        ipv6CidrBlock: {
            source: "terraform-provider-aws internal/service/ec2/vpc_subnet.go, CustomizeDiff",
            when: (before) => before.assignIpv6AddressOnCreation === true,
        },
        ipv6IpamPoolId: FORCE_NEW,
        ipv6Native: FORCE_NEW,
        ipv6NetmaskLength: FORCE_NEW,
        outpostArn: FORCE_NEW,
        vpcId: FORCE_NEW,
    },
    // Source: as above (Default).
    defaults: {
        assignIpv6AddressOnCreation: false,
        enableDns64: false,
        enableResourceNameDnsARecordOnLaunch: false,
        enableResourceNameDnsAaaaRecordOnLaunch: false,
        ipv6Native: false,
        mapPublicIpOnLaunch: false,
    },
    refusals: {
        ...noSuchVpc,
        MissingParameter: {
            sentence: "Either 'cidrBlock' or 'ipv6CidrBlock' should be provided.",
            source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSubnet.html",
        },
        InvalidParameterValue: {
            sentence:
                "Value ({value}) for parameter {parameter} is invalid. Subnets can currently only be created in " +
                "the following availability zones: {zones}.",
            source: "https://github.com/hashicorp/terraform/issues/3434",
        },
        "InvalidSubnet.Range": { sentence: "The CIDR '{cidr}' is invalid.", source: ERRORS },
        "InvalidSubnet.Conflict": {
            sentence: "The CIDR '{cidr}' conflicts with another subnet",
            source: ERRORS,
        },
        SubnetLimitExceeded: { sentence: "The maximum number of subnets has been reached.", source: ERRORS },
        DependencyViolation: {
            sentence: "The subnet '{id}' has dependencies and cannot be deleted.",
            source: ERRORS,
        },
    },
    check: (inputs) => [
        ...ipv4Network(inputs, "cidrBlock"),
        ...conflicts(inputs, "availabilityZone", "availabilityZoneId"),
        ...oneOf(inputs, "privateDnsHostnameTypeOnLaunch", ["ip-name", "resource-name"]),
        ...notPretended(inputs, [
            "assignIpv6AddressOnCreation",
            "customerOwnedIpv4Pool",
            "enableDns64",
            "ipv4IpamPoolId",
            "ipv4NetmaskLength",
            "ipv6CidrBlock",
            "ipv6IpamPoolId",
            "ipv6Native",
            "ipv6NetmaskLength",
            "mapCustomerOwnedIpOnLaunch",
            "outpostArn",
        ]),
    ],
    create(inputs, call) {
        const vpcId = text(inputs.vpcId) ?? "";
        const vpc = call.require(VPC, vpcId, "InvalidVpcID.NotFound", { id: vpcId });
        requireFreeRange(text(inputs.cidrBlock), vpc, call);
        const zone = requireZone(inputs, call);
        const id = ec2Id("subnet");
        return {
            id,
            outputs: {
                arn: arn("ec2", `subnet/${id}`, call.caller),
                ownerId: call.caller.accountId,
                availabilityZone: zone.name,
                availabilityZoneId: zone.id,
                ipv6CidrBlock: "",
                ipv6CidrBlockAssociationId: "",
                privateDnsHostnameTypeOnLaunch: inputs.privateDnsHostnameTypeOnLaunch ?? "ip-name",
            },
        };
    },
    delete(object, call) {
        if (subnetInUse(object.id, call)) call.refuse("DependencyViolation", { id: object.id });
        // What ties a subnet to a route table goes with the subnet.
        for (const tie of dependents("subnetId", object.id, call, [ROUTE_TABLE_ASSOCIATION]))
            call.remove(tie);
    },
};

function requireFreeRange(cidr: string | undefined, vpc: CloudObject, call: Call): void {
    if (cidr === undefined) return call.refuse("MissingParameter");
    const range = parseCidr(cidr);
    const around = rangeOf(vpc);
    if (range === undefined || range.prefix < PREFIX.least || range.prefix > PREFIX.most)
        return call.refuse("InvalidSubnet.Range", { cidr });
    if (around === undefined || !contains(around, range)) call.refuse("InvalidSubnet.Range", { cidr });
    const others = dependents("vpcId", vpc.id, call, [SUBNET]);
    const isTaken = others.map(rangeOf).some((other) => other !== undefined && overlaps(other, range));
    if (isTaken) call.refuse("InvalidSubnet.Conflict", { cidr });
    if (others.length >= SUBNETS_PER_VPC) call.refuse("SubnetLimitExceeded");
}

function rangeOf(object: CloudObject): Range | undefined {
    return parseCidr(text(object.properties.cidrBlock) ?? "");
}

/** The zone that the program names, or the region's first: AWS picks one. */
function requireZone(inputs: Properties, call: Call): Zone {
    const zones = zonesOf(call.caller.region);
    const name = text(inputs.availabilityZone);
    const id = text(inputs.availabilityZoneId);
    const zone = zones.find((one) => (name ?? one.name) === one.name && (id ?? one.id) === one.id);
    if (zone !== undefined) return zone;
    return call.refuse("InvalidParameterValue", {
        value: name ?? id ?? "",
        parameter: name === undefined ? "availabilityZoneId" : "availabilityZone",
        zones: zones.map((one) => (name === undefined ? one.id : one.name)).join(", "),
    });
}
