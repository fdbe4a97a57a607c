import { text, UNKNOWN, type Properties } from "../../cloud/values";
import type { Call } from "../../plugin/call";
import type { Fake } from "../../plugin/fake";
import type { Failure } from "../../plugin/typings";
import { formatCidr, networkOf } from "../format/cidr";
import { arn, ec2Id } from "../format/ids";
import { notPretended, oneOf } from "../plan/checks";
import { dependents } from "./dependents";
import { ERRORS } from "./refusals";
import { DEFAULT_SECURITY_GROUP, FLOW_LOG, NETWORK_ACL, ROUTE_TABLE, SECURITY_GROUP, VPC } from "../types";

/** Source: https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html */
const VPCS_PER_REGION = 5;

/** The longest and the shortest range. Source: terraform-provider-aws, internal/service/ec2/consts.go. */
const PREFIX = { least: 16, most: 28 };

/** Source of the rows of `replaceOn`. */
const FORCE_NEW = "terraform-provider-aws internal/service/ec2/vpc_.go, ForceNew";

/** A VPC, with the route table, network ACL and security group that EC2 makes along with it. */
export const vpc: Fake = {
    type: VPC,
    service: "EC2",
    operations: {
        create: "CreateVpc",
        read: "DescribeVpcs",
        update: "ModifyVpcAttribute",
        delete: "DeleteVpc",
    },
    replaceOn: {
        cidrBlock: FORCE_NEW,
        ipv4IpamPoolId: FORCE_NEW,
        ipv4NetmaskLength: FORCE_NEW,
        // Dedicated to default is an update, default to dedicated is not.
        instanceTenancy: {
            source: "terraform-provider-aws internal/service/ec2/vpc_.go, resourceVPCCustomizeDiff",
            when: (_, after) => after.instanceTenancy === "dedicated",
        },
    },
    // Source: https://docs.aws.amazon.com/vpc/latest/userguide/AmazonDNS-concepts.html; instanceTenancy: CreateVpc.
    defaults: {
        enableDnsSupport: true,
        enableDnsHostnames: false,
        enableNetworkAddressUsageMetrics: false,
        instanceTenancy: "default",
        assignGeneratedIpv6CidrBlock: false,
    },
    refusals: {
        MissingParameter: {
            sentence: "Either 'cidrBlock' or 'ipv4IpamPoolId' should be provided.",
            source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpc.html",
        },
        VpcLimitExceeded: { sentence: "The maximum number of VPCs has been reached.", source: ERRORS },
        DependencyViolation: {
            sentence: "The vpc '{id}' has dependencies and cannot be deleted.",
            source: ERRORS,
        },
    },
    check: (inputs) => [
        ...checkRange(inputs),
        ...oneOf(inputs, "instanceTenancy", ["default", "dedicated"]),
        ...notPretended(inputs, [
            "assignGeneratedIpv6CidrBlock",
            "ipv4IpamPoolId",
            "ipv4NetmaskLength",
            "ipv6CidrBlock",
            "ipv6IpamPoolId",
            "ipv6NetmaskLength",
        ]),
    ],
    create(inputs, call) {
        if (text(inputs.cidrBlock) === undefined) call.refuse("MissingParameter");
        if (call.list(VPC).length >= VPCS_PER_REGION) call.refuse("VpcLimitExceeded");
        const id = ec2Id("vpc");
        const mainRouteTableId = makeMainRouteTable(id, call);
        return {
            id,
            outputs: {
                arn: arn("ec2", `vpc/${id}`, call.caller),
                ownerId: call.caller.accountId,
                defaultNetworkAclId: makeNetworkAcl(id, call),
                defaultRouteTableId: mainRouteTableId,
                defaultSecurityGroupId: makeDefaultSecurityGroup(id, call),
                dhcpOptionsId: dhcpOptionsId(call),
                mainRouteTableId,
                ipv6AssociationId: "",
                ipv6CidrBlock: "",
                ipv6CidrBlockNetworkBorderGroup: "",
            },
        };
    },
    delete(object, call) {
        const all = dependents("vpcId", object.id, call);
        // A flow log does not hold on to what it watches, and the default group goes with its VPC, adopted or not.
        const going = all.filter(
            (dependent) => dependent.urn === undefined || dependent.type === DEFAULT_SECURITY_GROUP,
        );
        const left = all.filter((dependent) => !going.includes(dependent) && dependent.type !== FLOW_LOG);
        if (left.length > 0) call.refuse("DependencyViolation", { id: object.id });
        for (const dependent of going) call.remove(dependent);
    },
};

/** Source: hashicorp/terraform-plugin-sdk helper/validation/network.go, IsCIDRNetwork, with the bounds of vpc_.go. */
function checkRange(inputs: Properties): Failure[] {
    const cidr = text(inputs.cidrBlock);
    if (cidr === undefined || cidr === UNKNOWN) return [];
    const fail = (end: string): Failure[] => [
        { property: "cidrBlock", reason: `expected "cidr_block" to contain a ${end}` },
    ];
    const network = networkOf(cidr);
    if (network === undefined)
        return fail(`valid Value, got: ${cidr} with err: invalid CIDR address: ${cidr}`);
    if (formatCidr(network) !== cidr)
        return fail(`valid network Value, expected ${formatCidr(network)}, got ${cidr}`);
    const { least, most } = PREFIX;
    if (network.prefix >= least && network.prefix <= most) return [];
    return fail(`network Value with between ${least} and ${most} significant bits, got: ${network.prefix}`);
}

function makeDefaultSecurityGroup(vpcId: string, call: Call): string {
    const id = ec2Id("sg");
    const properties: Properties = {
        name: "default",
        namePrefix: "",
        description: "default VPC security group",
        vpcId,
        arn: arn("ec2", `security-group/${id}`, call.caller),
        ownerId: call.caller.accountId,
        // A new default group lets its members talk to each other and everything out.
        ingress: [{ protocol: "-1", fromPort: 0, toPort: 0, self: true }],
        egress: [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] }],
        tags: {},
        tagsAll: {},
    };
    call.put({ type: SECURITY_GROUP, id, properties });
    return id;
}

function makeMainRouteTable(vpcId: string, call: Call): string {
    const id = ec2Id("rtb");
    const properties: Properties = {
        vpcId,
        arn: arn("ec2", `route-table/${id}`, call.caller),
        ownerId: call.caller.accountId,
        routes: [],
        propagatingVgws: [],
        tags: {},
        tagsAll: {},
    };
    call.put({ type: ROUTE_TABLE, id, properties, internal: { main: true } });
    return id;
}

function makeNetworkAcl(vpcId: string, call: Call): string {
    const id = ec2Id("acl");
    const properties: Properties = {
        vpcId,
        arn: arn("ec2", `network-acl/${id}`, call.caller),
        ownerId: call.caller.accountId,
        tags: {},
        tagsAll: {},
    };
    call.put({ type: NETWORK_ACL, id, properties });
    return id;
}

/** A region has one set of DHCP options that all its VPCs use: the id has to be the same for all of them. */
function dhcpOptionsId(call: Call): string {
    const [other] = call.list(VPC);
    return text(other?.properties.dhcpOptionsId) ?? ec2Id("dopt");
}
