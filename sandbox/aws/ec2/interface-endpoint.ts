import type { CloudObject } from "../../cloud/account";
import { equal, isObject, strings, text, type Properties, type Value } from "../../cloud/values";
import type { Call } from "../../plugin/call";
import { interfacesOf, makeInterface, setGroups } from "./network-interfaces";
import { defaultGroupOf, requireGroup } from "./security-groups";
import { SUBNET } from "../types";
import { requireSameNetwork, siblings, type EndpointRequest } from "./vpc-endpoint-request";
import { shortName } from "./vpc-endpoint-services";

/** The hosted zone of the endpoints' names; a pretended one, the same for a whole region. */
const ENDPOINT_ZONE = "Z0SANDBOXVPCE0";

/** What an interface endpoint shows: it puts an interface into each of the given subnets. */
export function interfaceOutputs(request: EndpointRequest, call: Call): Properties {
    const { id, inputs, before } = request;
    if (strings(inputs.routeTableIds).length > 0) call.refuse("routeTablesOfInterface");
    const privateDnsEnabled = inputs.privateDnsEnabled === true || inputs.privateDnsEnabled === "true";
    if (privateDnsEnabled) requirePrivateDns(request, call);
    const subnets = requireSubnets(request, call);
    const securityGroupIds = requireGroups(request, call);
    const interfaces = placeInterfaces(id, subnets, securityGroupIds, call);
    const keepsNames = before !== undefined && equal(before.properties.privateDnsEnabled, privateDnsEnabled);
    return {
        cidrBlocks: [],
        dnsEntries: keepsNames
            ? before.properties.dnsEntries
            : [...ownNames(request, subnets, call), ...(privateDnsEnabled ? privateNames(request) : [])],
        dnsOptions: {
            dnsRecordIpType: "ipv4",
            privateDnsOnlyForInboundResolverEndpoint: false,
            ...(isObject(inputs.dnsOptions) && inputs.dnsOptions),
        },
        networkInterfaceIds: interfaces.map((placed) => placed.id),
        prefixListId: "",
        privateDnsEnabled,
        routeTableIds: [],
        securityGroupIds,
        subnetConfigurations: interfaces.map((placed) => ({
            ipv4: placed.properties.privateIp,
            ipv6: "",
            subnetId: placed.properties.subnetId,
        })),
        subnetIds: subnets.map((subnet) => subnet.id),
    };
}

function requireSubnets({ inputs, vpc }: EndpointRequest, call: Call): CloudObject[] {
    const zones = new Set<Value>();
    return strings(inputs.subnetIds).map((id) => {
        const subnet = call.require(SUBNET, id, "InvalidSubnetId.NotFound", { id });
        requireSameNetwork("subnet", subnet, vpc, call);
        const zone = subnet.properties.availabilityZone;
        if (zones.has(zone)) call.refuse("DuplicateSubnetsInSameZone", { subnet: id });
        zones.add(zone);
        return subnet;
    });
}

/** The given groups, or the VPC's default one. */
function requireGroups({ inputs, vpc }: EndpointRequest, call: Call): string[] {
    const given = strings(inputs.securityGroupIds);
    for (const id of given) requireSameNetwork("security group", requireGroup(id, call), vpc, call);
    if (given.length > 0) return given;
    const group = defaultGroupOf(vpc.id, call);
    return group === undefined ? [] : [group.id];
}

/** Private names need the VPC's own DNS, and nobody else may answer to them there. */
function requirePrivateDns(request: EndpointRequest, call: Call): void {
    const { service, vpc } = request;
    const { enableDnsHostnames, enableDnsSupport } = vpc.properties;
    if (String(enableDnsHostnames) !== "true" || String(enableDnsSupport) !== "true")
        call.refuse("dnsAttributes", { vpc: vpc.id });
    if (siblings(request, call).some((other) => other.properties.privateDnsEnabled === true))
        call.refuse("dnsConflict", { name: service.privateNames[0], vpc: vpc.id });
}

/** Keeps the interfaces of subnets that stay, removes and makes the others. */
function placeInterfaces(
    id: string,
    subnets: CloudObject[],
    securityGroupIds: string[],
    call: Call,
): CloudObject[] {
    const present = interfacesOf(id, call);
    for (const placed of present) {
        if (subnets.some((subnet) => subnet.id === placed.properties.subnetId))
            setGroups(placed, securityGroupIds, call);
        else call.remove(placed);
    }
    return subnets.map(
        (subnet) =>
            present.find((placed) => placed.properties.subnetId === subnet.id) ??
            makeInterface(subnet, { maker: id, securityGroupIds }, call),
    );
}

/** The endpoint's own names, regional and zonal. */
function ownNames({ id, service }: EndpointRequest, subnets: CloudObject[], call: Call): Properties[] {
    const suffix = `${shortName(service.name)}.${call.caller.region}.vpce.amazonaws.com`;
    // Eight characters after the id tell one life of an endpoint's name from another.
    const label = `${id}-${id.slice(-8)}`;
    const zonal = subnets.map((subnet) => `${label}-${text(subnet.properties.availabilityZone)}.${suffix}`);
    return [`${label}.${suffix}`, ...zonal].map((dnsName) => ({ dnsName, hostedZoneId: ENDPOINT_ZONE }));
}

/** The service's names, which the endpoint answers to inside its VPC. */
function privateNames({ service }: EndpointRequest): Properties[] {
    return service.privateNames.map((dnsName) => ({ dnsName, hostedZoneId: `${ENDPOINT_ZONE}P` }));
}
