import type { CloudObject } from "../../cloud/account";
import { text, type Properties } from "../../cloud/values";
import type { Call } from "../../plugin/call";
import type { Fake } from "../../plugin/fake";
import type { Failure } from "../../plugin/typings";
import { ec2Id } from "../ids";
import { notPretended, oneOf } from "../plan-checks";
import { sameSet } from "../same-set";
import { dependents } from "./dependents";
import { associate, disassociate } from "./eip";
import { interfacesOf, makeInterface } from "./network-interfaces";
import { ERRORS, missingParameter, noSuchSubnet } from "./refusals";
import { blackhole } from "./routes";
import { EIP, INTERNET_GATEWAY, NAT_GATEWAY, SUBNET } from "./types";

/** Source: https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html */
const GATEWAYS_PER_ZONE = 5;

/** A zonal NAT gateway: an interface in its subnet that holds the elastic address. */
export const natGateway: Fake = {
    type: NAT_GATEWAY,
    service: "EC2",
    operations: {
        create: "CreateNatGateway",
        update: "AssociateNatGatewayAddress",
        delete: "DeleteNatGateway",
    },
    // Source: terraform-provider-aws, internal/service/ec2/vpc_nat_gateway.go (ForceNew).
    replaceOn: [
        "allocationId",
        "availabilityMode",
        "connectivityType",
        "privateIp",
        "secondaryPrivateIpAddressCount",
        "subnetId",
        "vpcId",
    ],
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
        if (address !== undefined) refuseWhatFails(id, address, subnet, call);
        return { id, outputs: { ...UNUSED, ...place(id, subnet, address, call) } };
    },
    delete(object, call) {
        const allocationId = text(object.properties.allocationId);
        if (allocationId !== undefined) disassociate(allocationId, call);
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

/** A public gateway fails where its address is taken or the VPC has no way out; a route to it is not asked for. */
function refuseWhatFails(id: string, address: CloudObject, subnet: CloudObject, call: Call): void {
    if (text(address.properties.associationId) !== "")
        call.refuse("Resource.AlreadyAssociated", { id, allocation: address.id });
    const vpc = text(subnet.properties.vpcId) ?? "";
    if (dependents("vpcId", vpc, call, [INTERNET_GATEWAY]).length === 0)
        call.refuse("Gateway.NotAttached", { id, vpc });
}

function place(id: string, subnet: CloudObject, address: CloudObject | undefined, call: Call): Properties {
    const placed = makeInterface(subnet, { maker: id }, call);
    const privateIp = text(placed.properties.privateIp) ?? "";
    const to = { networkInterface: placed.id, privateIp };
    return {
        networkInterfaceId: placed.id,
        privateIp,
        vpcId: subnet.properties.vpcId,
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
