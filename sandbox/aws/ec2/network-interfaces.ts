import type { CloudObject } from "../../cloud/account";
import { text } from "../../cloud/values";
import type { Call } from "../../plugin/call";
import { formatAddress, parseCidr, sizeOf } from "../format/cidr";
import { ec2Id } from "../format/ids";
import { dependents } from "./dependents";
import { EKS_TYPES, NETWORK_INTERFACE } from "../types";

/** Addresses at the start of a subnet that AWS keeps. Source: https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html */
const RESERVED = 4;

/**
 * Makes a network interface in a subnet, for a service that places one there: a NAT gateway, an endpoint.
 * It has no resource; whoever made it removes it.
 */
export function makeInterface(
    subnet: CloudObject,
    settings: { maker: string; securityGroupIds?: string[]; privateIp?: string },
    call: Call,
): CloudObject {
    const id = ec2Id("eni");
    const properties = {
        subnetId: subnet.id,
        vpcId: subnet.properties.vpcId,
        privateIp: settings.privateIp ?? freeAddress(subnet, call),
        securityGroupIds: settings.securityGroupIds ?? [],
        requesterManaged: true,
    };
    call.put({ type: NETWORK_INTERFACE, id, properties, internal: { maker: settings.maker } });
    return call.find(NETWORK_INTERFACE, id)!;
}

/** The interfaces that an object has placed. */
export function interfacesOf(maker: string, call: Call): CloudObject[] {
    return call.list(NETWORK_INTERFACE).filter((candidate) => candidate.internal?.maker === maker);
}

/** Whether anything holds an address in a subnet: an interface, a cluster's control plane, its nodes. */
export function subnetInUse(subnetId: string, call: Call): boolean {
    const users = [
        ...dependents("subnetId", subnetId, call, [NETWORK_INTERFACE]),
        ...dependents("vpcConfig.subnetIds", subnetId, call, [EKS_TYPES.cluster]),
        ...dependents("subnetIds", subnetId, call, [EKS_TYPES.nodeGroup]),
    ];
    return users.length > 0;
}

/** The groups of an interface changed. */
export function setGroups(networkInterface: CloudObject, securityGroupIds: string[], call: Call): void {
    const properties = { ...networkInterface.properties, securityGroupIds };
    call.put({ ...networkInterface, properties });
}

function freeAddress(subnet: CloudObject, call: Call): string {
    const range = parseCidr(text(subnet.properties.cidrBlock) ?? "");
    if (range === undefined) throw new Error(`subnet ${subnet.id} has no range`);
    const taken = dependents("subnetId", subnet.id, call, [NETWORK_INTERFACE]).map(
        (other) => other.properties.privateIp,
    );
    for (let offset = RESERVED; offset < sizeOf(range) - 1; offset++) {
        const address = formatAddress(range.first + offset);
        if (!taken.includes(address)) return address;
    }
    // A subnet has at least eleven free addresses, more than the quotas let one fill with interfaces of this kind.
    throw new Error(`subnet ${subnet.id} has no free address`);
}
