import type { CloudObject } from "../../cloud/account";
import { text, type Properties } from "../../cloud/values";
import type { Call } from "../../plugin/call";
import type { Fake } from "../../plugin/fake";
import type { Failure } from "../../plugin/typings";
import { ec2Id } from "../format/ids";
import { notPretended, oneOf } from "../plan/checks";
import { sameSet } from "../plan/same-set";
import { dependents } from "./dependents";
import { associate, disassociate } from "./eip";
import { interfacesOf, makeInterface } from "./network-interfaces";
import { ERRORS, missingParameter, noSuchSubnet } from "./refusals";
import { blackhole } from "./routes";
import { EIP, INTERNET_GATEWAY, NAT_GATEWAY, SUBNET } from "../types";

/** Source: https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html */
const GATEWAYS_PER_ZONE = 5;

/** Source of the rows of `replaceOn`. */
const FORCE_NEW = "terraform-provider-aws internal/service/ec2/vpc_nat_gateway.go, ForceNew";

/** A zonal NAT gateway: an interface in its subnet that holds the elastic address. */
export const natGateway: Fake = {
    type: NAT_GATEWAY,
    service: "EC2",
    operations: {
        create: "CreateNatGateway",
        read: "DescribeNatGateways",
        update: "AssociateNatGatewayAddress",
        delete: "DeleteNatGateway",
    },
    replaceOn: {
        allocationId: FORCE_NEW,
        availabilityMode: FORCE_NEW,
        connectivityType: FORCE_NEW,
        privateIp: FORCE_NEW,
        secondaryPrivateIpAddressCount: FORCE_NEW,
        subnetId: FORCE_NEW,
        vpcId: FORCE_NEW,
    },
    // Source: as above (Default); availabilityMode: CreateNatGateway.
    defaults: { connectivityType: "public", availabilityMode: "zonal" },
    refusals: {
        ...noSuchSubnet,
        ...missingParameter,
        "InvalidAllocationID.NotFound": {
            sentence: "The allocation ID '{id}' does not exist",
            source: ERRORS,
        },
        NatGatewayLimitExceeded: {
            sentence: "Performing this operation would exceed the limit of {limit} NAT gateways",
            source: ERRORS,
        },
        // The next two come after the call: the gateway is made, fails, and the provider has waited for it.
        "Resource.AlreadyAssociated": {
            sentence:
                "waiting for EC2 NAT Gateway ({id}) create: unexpected state 'failed', wanted target 'available'. " +
                "last error: Resource.AlreadyAssociated: Elastic IP address [{allocation}] is already associated",
            fromProvider: true,
            source: "https://github.com/hashicorp/terraform-provider-aws/issues/709",
        },
        "Gateway.NotAttached": {
            sentence:
                "waiting for EC2 NAT Gateway ({id}) create: unexpected state 'failed', wanted target 'available'. " +
                "last error: Gateway.NotAttached: Network {vpc} has no Internet gateway attached",
            fromProvider: true,
            source: "https://github.com/giantswarm/aws-operator/pull/1234",
        },
    },
    check: (inputs) => [
        ...oneOf(inputs, "connectivityType", ["private", "public"]),
        ...checkConnectivity(inputs),
        ...oneOf(inputs, "availabilityMode", ["zonal", "regional"]),
        ...notPretended(inputs, [
            "availabilityZoneAddresses",
            "privateIp",
            "secondaryAllocationIds",
            "secondaryPrivateIpAddressCount",
            "secondaryPrivateIpAddresses",
            "vpcId",
            ...(inputs.availabilityMode === "regional" ? ["availabilityMode"] : []),
        ]),
    ],
    sameValue: (path, before, after) => path === "secondaryAllocationIds" && sameSet(before, after),
    create(inputs, call) {
        const subnetId = text(inputs.subnetId);
        if (subnetId === undefined) return call.refuse("MissingParameter", { parameter: "SubnetId" });
        const subnet = call.require(SUBNET, subnetId, "InvalidSubnetID.NotFound", { id: subnetId });
        const zone = text(subnet.properties.availabilityZone) ?? "";
        if (gatewaysIn(zone, call).length >= GATEWAYS_PER_ZONE)
            call.refuse("NatGatewayLimitExceeded", { limit: GATEWAYS_PER_ZONE });
        const id = ec2Id("nat");
        const address = inputs.connectivityType === "private" ? undefined : requireAddress(inputs, call);
        const vpcId = subnet.properties.vpcId;
        if (address !== undefined && fails(id, address, subnet, call))
            return { id, outputs: { ...UNUSED, ...UNPLACED, vpcId }, internal: { state: "failed" } };
        return { id, outputs: { ...UNUSED, ...place(id, subnet, address, call), vpcId } };
    },
    delete(object, call) {
        const allocationId = text(object.properties.allocationId);
        const holds = text(object.properties.associationId) !== "";
        if (allocationId !== undefined && holds) disassociate(allocationId, call);
        for (const placed of interfacesOf(object.id, call)) call.remove(placed);
        blackhole("natGatewayId", object.id, call);
    },
};

/** What a zonal gateway without secondary addresses shows. */
const UNUSED: Properties = {
    autoProvisionZones: "",
    autoScalingIps: "",
    regionalNatGatewayAddresses: [],
    regionalNatGatewayAutoMode: "",
    routeTableId: "",
    secondaryAllocationIds: [],
    secondaryPrivateIpAddressCount: 0,
    secondaryPrivateIpAddresses: [],
};

/** What a failed gateway shows. */
const UNPLACED: Properties = { networkInterfaceId: "", privateIp: "", publicIp: "", associationId: "" };

/** Source: terraform-provider-aws, internal/service/ec2/vpc_nat_gateway.go, resourceNATGatewayCustomizeDiff. */
function checkConnectivity(inputs: Properties): Failure[] {
    if (inputs.connectivityType !== "private" || inputs.allocationId === undefined) return [];
    const reason = `allocation_id is not supported with connectivity_type = "private"`;
    return [{ property: "allocationId", reason }];
}

function requireAddress(inputs: Properties, call: Call): CloudObject {
    const id = text(inputs.allocationId);
    if (id === undefined) return call.refuse("MissingParameter", { parameter: "AllocationId" });
    return call.require(EIP, id, "InvalidAllocationID.NotFound", { id });
}

/**
 * Whether a public gateway fails: its address is taken, or the VPC has no internet gateway. Whether its subnet's
 * routes lead there is not looked at: AWS does not either. A failed gateway stays until it is deleted.
 */
function fails(id: string, address: CloudObject, subnet: CloudObject, call: Call): boolean {
    const vpc = text(subnet.properties.vpcId) ?? "";
    if (text(address.properties.associationId) !== "")
        call.notReady("Resource.AlreadyAssociated", { id, allocation: address.id });
    else if (dependents("vpcId", vpc, call, [INTERNET_GATEWAY]).length === 0)
        call.notReady("Gateway.NotAttached", { id, vpc });
    else return false;
    return true;
}

function place(id: string, subnet: CloudObject, address: CloudObject | undefined, call: Call): Properties {
    const placed = makeInterface(subnet, { maker: id }, call);
    const privateIp = text(placed.properties.privateIp) ?? "";
    const to = { networkInterface: placed.id, privateIp };
    return {
        networkInterfaceId: placed.id,
        privateIp,
        publicIp: address?.properties.publicIp ?? "",
        associationId: address === undefined ? "" : associate(address.id, to, call),
    };
}

function gatewaysIn(zone: string, call: Call): CloudObject[] {
    return call.list(NAT_GATEWAY).filter((gateway) => {
        const subnet = call.find(SUBNET, text(gateway.properties.subnetId) ?? "");
        return subnet?.properties.availabilityZone === zone;
    });
}
