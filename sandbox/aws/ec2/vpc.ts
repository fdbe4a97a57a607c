import { text, type Properties } from "../../cloud/values";
import type { Call } from "../../plugin/call";
import type { Fake } from "../../plugin/fake";
import { parseCidr } from "../cidr";
import { arn, ec2Id } from "../ids";
import { dependents } from "./dependents";

const ERRORS = "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html";

/** A VPC, with the route table, network ACL and security group that EC2 makes along with it. */
export const vpc: Fake = {
    type: "aws:ec2/vpc:Vpc",
    service: "EC2",
    operations: { create: "CreateVpc", update: "ModifyVpcAttribute", delete: "DeleteVpc" },
    // Source: terraform-provider-aws, internal/service/ec2/vpc_.go (ForceNew).
    replaceOn: ["cidrBlock", "ipv4IpamPoolId", "ipv4NetmaskLength"],
    // Source: https://docs.aws.amazon.com/vpc/latest/userguide/AmazonDNS-concepts.html; instanceTenancy: CreateVpc.
    defaults: {
        enableDnsSupport: true,
        enableDnsHostnames: false,
        enableNetworkAddressUsageMetrics: false,
        instanceTenancy: "default",
    },
    refusals: {
        "InvalidVpc.Range": { sentence: "The CIDR '{cidr}' is invalid.", source: ERRORS },
        VpcLimitExceeded: { sentence: "The maximum number of VPCs has been reached.", source: ERRORS },
        DependencyViolation: {
            sentence: "The vpc '{id}' has dependencies and cannot be deleted.",
            source: ERRORS,
        },
    },
    create(inputs, call) {
        const cidr = text(inputs.cidrBlock) ?? "";
        const range = parseCidr(cidr);
        if (range === undefined || range.prefix < 16 || range.prefix > 28)
            call.refuse("InvalidVpc.Range", { cidr });
        if (call.list(vpc.type).length >= VPCS_PER_REGION) call.refuse("VpcLimitExceeded");
        const id = ec2Id("vpc");
        const mainRouteTableId = ec2Id("rtb");
        return {
            id,
            outputs: {
                arn: arn("ec2", `vpc/${id}`, call.caller),
                ownerId: call.caller.accountId,
                defaultNetworkAclId: ec2Id("acl"),
                defaultRouteTableId: mainRouteTableId,
                defaultSecurityGroupId: makeDefaultSecurityGroup(id, call),
                dhcpOptionsId: "dopt-0default",
                mainRouteTableId,
            },
        };
    },
    delete(object, call) {
        const left = dependents("vpcId", object.id, call).filter((dependent) => dependent.urn !== undefined);
        if (left.length > 0) call.refuse("DependencyViolation", { id: object.id });
        for (const made of dependents("vpcId", object.id, call)) call.remove(made);
    },
};

/** Source: https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html */
const VPCS_PER_REGION = 5;

function makeDefaultSecurityGroup(vpcId: string, call: Call): string {
    const id = ec2Id("sg");
    const properties: Properties = {
        name: "default",
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
    call.put({ type: "aws:ec2/securityGroup:SecurityGroup", id, properties });
    return id;
}
