import { text } from "../../cloud/values";
import type { Call } from "../../plugin/call";
import type { Fake } from "../../plugin/fake";
import { formatAddress, parseCidr } from "../format/cidr";
import { arn, ec2Id } from "../format/ids";
import { notPretended, oneOf } from "../plan/checks";
import { ERRORS } from "./refusals";
import { EIP } from "../types";

/** Source: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/elastic-ip-addresses-eip.html#using-instance-addressing-limit */
const ADDRESSES_PER_REGION = 5;

/** Addresses for documentation (RFC 5737): a pretended address must not be anybody's. */
const POOL = "203.0.113.0/24";

/** Source of the rows of `replaceOn`. */
const FORCE_NEW = "terraform-provider-aws internal/service/ec2/ec2_eip.go, ForceNew";

/** An elastic IP address. */
export const eip: Fake = {
    type: EIP,
    service: "EC2",
    operations: {
        create: "AllocateAddress",
        read: "DescribeAddresses",
        update: "AssociateAddress",
        delete: "ReleaseAddress",
    },
    replaceOn: {
        address: FORCE_NEW,
        domain: FORCE_NEW,
        ipamPoolId: FORCE_NEW,
        networkBorderGroup: FORCE_NEW,
        publicIpv4Pool: FORCE_NEW,
    },
    defaults: { domain: "vpc" },
    refusals: {
        AddressLimitExceeded: {
            sentence: "The maximum number of addresses has been reached.",
            source: ERRORS,
        },
        AuthFailure: {
            sentence: "You do not have permission to access the specified resource.",
            operation: "ReleaseAddress",
            source: "https://github.com/kubernetes/kops/issues/1604",
        },
    },
    check: (inputs) => [
        ...oneOf(inputs, "domain", ["vpc", "standard"]),
        ...notPretended(inputs, [
            "address",
            "associateWithPrivateIp",
            "customerOwnedIpv4Pool",
            "instance",
            "ipamPoolId",
            "networkBorderGroup",
            "networkInterface",
            "publicIpv4Pool",
        ]),
    ],
    create(_, call) {
        if (call.list(EIP).length >= ADDRESSES_PER_REGION) call.refuse("AddressLimitExceeded");
        const id = ec2Id("eipalloc");
        const publicIp = freeAddress(call);
        return {
            id,
            outputs: {
                allocationId: id,
                arn: arn("ec2", `elastic-ip/${id}`, call.caller),
                ...UNASSOCIATED,
                carrierIp: "",
                customerOwnedIp: "",
                customerOwnedIpv4Pool: "",
                ipamPoolId: "",
                networkBorderGroup: call.caller.region,
                ptrRecord: "",
                publicIp,
                publicDns: `ec2-${publicIp.replaceAll(".", "-")}.${publicZone(call.caller.region)}`,
                publicIpv4Pool: "amazon",
            },
        };
    },
    delete(object, call) {
        // A NAT gateway's address answers to the service that took it, not to its owner.
        if (text(object.properties.associationId) !== "") call.refuse("AuthFailure");
    },
};

/** What an address shows while nothing uses it. */
const UNASSOCIATED = {
    associationId: "",
    instance: "",
    networkInterface: "",
    privateDns: "",
    privateIp: "",
};

/** A NAT gateway takes the address. */
export function associate(
    allocationId: string,
    to: { networkInterface: string; privateIp: string },
    call: Call,
): string {
    const associationId = ec2Id("eipassoc");
    const privateDns = `ip-${to.privateIp.replaceAll(".", "-")}.${privateZone(call.caller.region)}`;
    change(allocationId, { ...to, associationId, privateDns }, call);
    return associationId;
}

/** The address is free again. */
export function disassociate(allocationId: string, call: Call): void {
    change(allocationId, UNASSOCIATED, call);
}

function change(allocationId: string, properties: Record<string, string>, call: Call): void {
    const address = call.find(EIP, allocationId);
    if (address !== undefined) call.put({ ...address, properties: { ...address.properties, ...properties } });
}

function freeAddress(call: Call): string {
    const taken = call.list(EIP).map((other) => other.properties.publicIp);
    let address = parseCidr(POOL)!.first + 1;
    while (taken.includes(formatAddress(address))) address++;
    return formatAddress(address);
}

/** Source: https://docs.aws.amazon.com/vpc/latest/userguide/vpc-dns.html#vpc-dns-hostnames */
function publicZone(region: string): string {
    return region === "us-east-1" ? "compute-1.amazonaws.com" : `${region}.compute.amazonaws.com`;
}

function privateZone(region: string): string {
    return region === "us-east-1" ? "ec2.internal" : `${region}.compute.internal`;
}
