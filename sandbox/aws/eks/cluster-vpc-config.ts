import { randomInt } from "node:crypto";
import type { CloudObject } from "../../cloud/account";
import { at, isObject, strings, text, type Properties } from "../../cloud/values";
import type { Call } from "../../plugin/call";
import { contains, parseCidr } from "../format/cidr";
import { arn, ec2Id } from "../format/ids";

const SUBNET = "aws:ec2/subnet:Subnet";
const SECURITY_GROUP = "aws:ec2/securityGroup:SecurityGroup";

/** Ranges that nobody on the internet calls from. */
const PRIVATE_RANGES = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"];

/**
 * Checks where a control plane is to live, and fills in what EKS does.
 * @param existing the cluster that is updated: its VPC stays
 */
export function checkedVpcConfig(inputs: Properties, call: Call, existing?: CloudObject): Properties {
    const given = isObject(inputs.vpcConfig) ? inputs.vpcConfig : {};
    const vpcId = checkSubnets(strings(given.subnetIds), call, text(at(existing?.properties ?? {}, VPC_ID)));
    for (const id of strings(given.securityGroupIds)) {
        const group = call.require(SECURITY_GROUP, id, "security group", { id });
        if (group.properties.vpcId !== vpcId) call.refuse("security group VPC", { id });
    }
    const endpointPrivateAccess = given.endpointPrivateAccess ?? false;
    const endpointPublicAccess = given.endpointPublicAccess ?? true;
    if (endpointPrivateAccess === false && endpointPublicAccess === false) call.refuse("no endpoint");
    for (const cidr of strings(given.publicAccessCidrs))
        if (isPrivate(cidr)) call.refuse("private ranges", { cidr });
    return {
        controlPlaneEgressMode: "AWS_MANAGED",
        securityGroupIds: [],
        publicAccessCidrs: ["0.0.0.0/0"],
        ...given,
        endpointPrivateAccess,
        endpointPublicAccess,
        vpcId,
    };
}

const VPC_ID = "vpcConfig.vpcId";

/** @returns the VPC */
function checkSubnets(ids: string[], call: Call, vpcId: string | undefined): string {
    const subnets = ids.map((id) => call.require(SUBNET, id, "subnet", { id }));
    const zones = new Set(subnets.map((subnet) => subnet.properties.availabilityZone));
    if (zones.size < 2) call.refuse("zones");
    const vpcs = new Set(subnets.map((subnet) => text(subnet.properties.vpcId) ?? ""));
    if (vpcId !== undefined) vpcs.add(vpcId);
    if (vpcs.size > 1) call.refuse("one VPC", { vpcIds: [...vpcs].join(", ") });
    return [...vpcs][0];
}

function isPrivate(cidr: string): boolean {
    const range = parseCidr(cidr);
    return range !== undefined && PRIVATE_RANGES.some((outer) => contains(parseCidr(outer) ?? range, range));
}

/**
 * Makes the security group that EKS puts on the control plane's interfaces and on managed nodes.
 * Source: https://docs.aws.amazon.com/eks/latest/userguide/sec-group-reqs.html
 * @returns its id
 */
export function makeClusterSecurityGroup(clusterName: string, vpcId: string, call: Call): string {
    const id = ec2Id("sg");
    const name = `eks-cluster-sg-${clusterName}-${randomInt(1_000_000_000, 10_000_000_000)}`;
    const tags = {
        Name: name,
        "aws:eks:cluster-name": clusterName,
        [`kubernetes.io/cluster/${clusterName}`]: "owned",
    };
    const properties: Properties = {
        name,
        description:
            "EKS created security group applied to ENI that is attached to EKS Control Plane master nodes, as well " +
            "as any managed workloads.",
        vpcId,
        arn: arn("ec2", `security-group/${id}`, call.caller),
        ownerId: call.caller.accountId,
        ingress: [{ protocol: "-1", fromPort: 0, toPort: 0, self: true }],
        egress: [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] }],
        tags,
        tagsAll: tags,
    };
    call.put({ type: SECURITY_GROUP, id, properties });
    return id;
}
