import type { CloudObject } from "../../cloud/account";
import { equal, isObject, strings, text, type Properties, type Value } from "../../cloud/values";
import type { Call } from "../../plugin/call";
import type { Fake } from "../../plugin/fake";
import { arn, ec2Id } from "../format/ids";
import { jsonText, notPretended, oneOf } from "../plan/checks";
import { sameSet } from "../plan/same-set";
import { dependents } from "./dependents";
import { interfacesOf, makeInterface, setGroups } from "./network-interfaces";
import { noSuchGroup } from "./refusals";
import { defaultGroupOf, requireGroup } from "./security-groups";
import { ROUTE_TABLE, SUBNET, VPC, VPC_ENDPOINT } from "./types";
import { endpointService, shortName, type EndpointService } from "./vpc-endpoint-services";

const CREATE = "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpcEndpoint.html";
const GUIDE = "https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html";

/** A gateway endpoint, which puts a route into tables, or an interface endpoint, which puts interfaces into subnets. */
export const vpcEndpoint: Fake = {
    type: VPC_ENDPOINT,
    service: "EC2",
    operations: {
        create: "CreateVpcEndpoint",
        update: "ModifyVpcEndpoint",
        delete: "DeleteVpcEndpoints",
    },
    // Source: terraform-provider-aws, internal/service/ec2/vpc_endpoint.go (ForceNew).
    replaceOn: [
        "dnsOptions.privateDnsPreference",
        "dnsOptions.privateDnsSpecifiedDomains",
        "resourceConfigurationArn",
        "serviceName",
        "serviceNetworkArn",
        "serviceRegion",
        "vpcEndpointType",
        "vpcId",
    ],
    // Private DNS of anything but an interface. Source: as above, CustomizeDiff.
    alsoReplaceOn: (_, after) => (typeOf(after) === "Interface" ? [] : ["privateDnsEnabled"]),
    // Source: as above (Default); CreateVpcEndpoint.
    defaults: { vpcEndpointType: "Gateway", requesterManaged: false, state: "available" },
    recomputed: (before, after) =>
        equal(before.subnetIds, after.subnetIds) ? [] : ["networkInterfaceIds", "subnetConfigurations"],
    refusals: {
        ...noSuchGroup,
        "InvalidVpcId.NotFound": { sentence: "The Vpc Id {id} does not exist", source: CREATE },
        // Spelt with Id in this part of the API.
        "InvalidSubnetId.NotFound": {
            sentence: "The subnet ID '{id}' does not exist",
            source: "terraform-provider-aws internal/service/ec2/errors.go",
        },
        "InvalidRouteTableId.NotFound": {
            sentence: "The routeTable ID '{id}' does not exist",
            source: "terraform-provider-aws internal/service/ec2/errors.go",
        },
        InvalidServiceName: {
            sentence: "The Vpc Endpoint Service '{service}' does not exist",
            source: CREATE,
        },
        RouteAlreadyExists: {
            sentence: "route table {table} already has a route with destination-prefix-list-id {list}",
            source: "https://github.com/eksctl-io/eksctl/issues/2510",
        },
        DuplicateSubnetsInSameZone: {
            sentence:
                "Found another VPC endpoint subnet in the availability zone of {subnet}. VPC endpoint subnets should be " +
                "in different availability zones supported by the VPC endpoint service.",
            source: "https://github.com/terraform-aws-modules/terraform-aws-vpc/issues/583",
        },
        type: {
            code: "InvalidParameter",
            sentence: "Endpoint type ({type}) does not match available service types ([{types}]).",
            source: "https://github.com/hashicorp/terraform/issues/24478",
        },
        subnetsOfGateway: {
            code: "InvalidParameter",
            sentence:
                "Subnet IDs are only supported for Interface and GatewayLoadBalancer type VPC Endpoints.",
            source: "https://github.com/nanlabs/terraform-aws-starter/issues/18",
        },
        routeTablesOfInterface: {
            code: "InvalidParameter",
            sentence: "Route table IDs are only supported for Gateway type VPC Endpoint.",
            source: "https://github.com/ansible-collections/amazon.aws/issues/576",
        },
        otherNetwork: {
            code: "InvalidParameter",
            sentence: "{kind} {id} and VPC {vpc} belong to different networks",
            source: CREATE,
        },
        dnsAttributes: {
            code: "InvalidParameter",
            sentence:
                "Enabling private DNS requires both enableDnsSupport and enableDnsHostnames VPC attributes set to true " +
                "for {vpc}",
            source: GUIDE,
        },
        dnsConflict: {
            code: "InvalidParameter",
            sentence:
                "private-dns-enabled cannot be set because there is already a conflicting DNS domain for {name} in the " +
                "VPC {vpc}",
            source: "https://github.com/hashicorp/terraform-provider-aws/issues/17535",
        },
    },
    check: (inputs) => [
        ...oneOf(inputs, "vpcEndpointType", [
            "Interface",
            "Gateway",
            "GatewayLoadBalancer",
            "Resource",
            "ServiceNetwork",
        ]),
        ...oneOf(inputs, "ipAddressType", ["ipv4", "dualstack", "ipv6"]),
        ...oneOf(inputs, "dnsOptions.dnsRecordIpType", ["ipv4", "dualstack", "ipv6", "service-defined"]),
        ...jsonText(inputs, "policy"),
        ...notPretended(inputs, [
            "resourceConfigurationArn",
            "serviceNetworkArn",
            "serviceRegion",
            "subnetConfigurations",
            ...(["Resource", "ServiceNetwork", "GatewayLoadBalancer"].includes(typeOf(inputs))
                ? ["vpcEndpointType"]
                : []),
        ]),
    ],
    sameValue: (path, before, after) => {
        if (["routeTableIds", "securityGroupIds", "subnetIds"].includes(path)) return sameSet(before, after);
        return path === "policy" && sameDocument(before, after);
    },
    create(inputs, call) {
        const vpcId = text(inputs.vpcId) ?? "";
        const vpc = call.require(VPC, vpcId, "InvalidVpcId.NotFound", { id: vpcId });
        const service = requireService(inputs, call);
        const id = ec2Id("vpce");
        const outputs: Properties = {
            arn: arn("ec2", `vpc-endpoint/${id}`, call.caller),
            ownerId: call.caller.accountId,
            ipAddressType: inputs.ipAddressType ?? "ipv4",
            policy: inputs.policy ?? FULL_ACCESS[typeOf(inputs)],
            serviceRegion: call.caller.region,
        };
        const own =
            typeOf(inputs) === "Gateway"
                ? asGateway(id, service, inputs, vpc, call)
                : asInterface(id, service, inputs, vpc, call);
        return { id, outputs: { ...outputs, ...own } };
    },
    update(inputs, object, call) {
        const vpc = call.find(VPC, text(object.properties.vpcId) ?? "");
        const service = requireService(inputs, call);
        if (vpc === undefined) return {};
        const policy = inputs.policy ?? object.properties.policy;
        return typeOf(inputs) === "Gateway"
            ? { policy, ...asGateway(object.id, service, inputs, vpc, call) }
            : { policy, ...asInterface(object.id, service, inputs, vpc, call, object) };
    },
    delete(object, call) {
        for (const placed of interfacesOf(object.id, call)) call.remove(placed);
    },
};

/** The policy of an endpoint that was given none. Source: https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html */
const FULL_ACCESS: Readonly<Record<string, string>> = {
    Gateway: JSON.stringify({
        Statement: [{ Action: "*", Effect: "Allow", Principal: "*", Resource: "*" }],
        Version: "2008-10-17",
    }),
    Interface: JSON.stringify({
        Statement: [{ Action: "*", Effect: "Allow", Principal: "*", Resource: "*" }],
    }),
};

/** The hosted zone of the endpoints' names; a pretended one, the same for a whole region. */
const ENDPOINT_ZONE = "Z0SANDBOXVPCE0";

function typeOf(inputs: Properties): string {
    return text(inputs.vpcEndpointType) ?? "Gateway";
}

function requireService(inputs: Properties, call: Call): EndpointService {
    const name = text(inputs.serviceName) ?? "";
    const service = endpointService(name, call.caller.region);
    if (service === undefined) return call.refuse("InvalidServiceName", { service: name });
    const type = typeOf(inputs);
    if (!service.types.some((possible) => possible === type))
        call.refuse("type", { type, types: service.types.join(", ") });
    return service;
}

/** Routes to the service's addresses, in the given tables. */
function asGateway(
    id: string,
    service: EndpointService,
    inputs: Properties,
    vpc: CloudObject,
    call: Call,
): Properties {
    if (strings(inputs.subnetIds).length > 0) call.refuse("subnetsOfGateway");
    const list = prefixList(service, call);
    const others = sameServiceIn(vpc, inputs, id, call);
    for (const table of strings(inputs.routeTableIds)) {
        const found = call.require(ROUTE_TABLE, table, "InvalidRouteTableId.NotFound", { id: table });
        requireSameNetwork("route table", found, vpc, call);
        if (others.some((other) => strings(other.properties.routeTableIds).includes(table)))
            call.refuse("RouteAlreadyExists", { table, list: list.id });
    }
    return {
        prefixListId: list.id,
        cidrBlocks: list.cidrBlocks,
        dnsEntries: [],
        dnsOptions: withDefaults(inputs.dnsOptions, { dnsRecordIpType: "service-defined" }),
        networkInterfaceIds: [],
        privateDnsEnabled: false,
        routeTableIds: strings(inputs.routeTableIds),
        securityGroupIds: [],
        subnetConfigurations: [],
        subnetIds: [],
    };
}

/** An interface in each of the given subnets. */
function asInterface(
    id: string,
    service: EndpointService,
    inputs: Properties,
    vpc: CloudObject,
    call: Call,
    before?: CloudObject,
): Properties {
    if (strings(inputs.routeTableIds).length > 0) call.refuse("routeTablesOfInterface");
    const privateDnsEnabled = inputs.privateDnsEnabled === true || inputs.privateDnsEnabled === "true";
    if (privateDnsEnabled) requirePrivateDns(service, inputs, vpc, id, call);
    const subnets = requireSubnets(strings(inputs.subnetIds), vpc, call);
    const securityGroupIds = requireGroups(inputs, vpc, call);
    const interfaces = placeInterfaces(id, subnets, securityGroupIds, call);
    return {
        cidrBlocks: [],
        dnsEntries:
            before === undefined || !equal(before.properties.privateDnsEnabled, privateDnsEnabled)
                ? dnsEntries(id, service, subnets, privateDnsEnabled, call)
                : before.properties.dnsEntries,
        dnsOptions: withDefaults(inputs.dnsOptions, {
            dnsRecordIpType: "ipv4",
            privateDnsOnlyForInboundResolverEndpoint: false,
        }),
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

function requireSubnets(ids: string[], vpc: CloudObject, call: Call): CloudObject[] {
    const zones = new Set<Value>();
    return ids.map((id) => {
        const subnet = call.require(SUBNET, id, "InvalidSubnetId.NotFound", { id });
        requireSameNetwork("subnet", subnet, vpc, call);
        const zone = subnet.properties.availabilityZone;
        if (zones.has(zone)) call.refuse("DuplicateSubnetsInSameZone", { subnet: id });
        zones.add(zone);
        return subnet;
    });
}

/** The given groups, or the VPC's default one. */
function requireGroups(inputs: Properties, vpc: CloudObject, call: Call): string[] {
    const given = strings(inputs.securityGroupIds);
    for (const id of given) requireSameNetwork("security group", requireGroup(id, call), vpc, call);
    if (given.length > 0) return given;
    const group = defaultGroupOf(vpc.id, call);
    return group === undefined ? [] : [group.id];
}

function requireSameNetwork(kind: string, object: CloudObject, vpc: CloudObject, call: Call): void {
    if (object.properties.vpcId !== vpc.id) call.refuse("otherNetwork", { kind, id: object.id, vpc: vpc.id });
}

/** Private names need the VPC's own DNS, and nobody else may answer to them there. */
function requirePrivateDns(
    service: EndpointService,
    inputs: Properties,
    vpc: CloudObject,
    id: string,
    call: Call,
): void {
    const { enableDnsHostnames, enableDnsSupport } = vpc.properties;
    if (String(enableDnsHostnames) !== "true" || String(enableDnsSupport) !== "true")
        call.refuse("dnsAttributes", { vpc: vpc.id });
    const others = sameServiceIn(vpc, inputs, id, call);
    if (others.some((other) => other.properties.privateDnsEnabled === true))
        call.refuse("dnsConflict", { name: service.privateNames[0], vpc: vpc.id });
}

function sameServiceIn(vpc: CloudObject, inputs: Properties, self: string, call: Call): CloudObject[] {
    return dependents("vpcId", vpc.id, call, [VPC_ENDPOINT]).filter(
        (other) => other.id !== self && other.properties.serviceName === inputs.serviceName,
    );
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

/** The endpoint's own names, regional and zonal, and the private ones behind them. */
function dnsEntries(
    id: string,
    service: EndpointService,
    subnets: CloudObject[],
    privateDnsEnabled: boolean,
    call: Call,
): Value {
    const suffix = `${shortName(service.name)}.${call.caller.region}.vpce.amazonaws.com`;
    // Eight characters after the id tell one life of an endpoint's name from another.
    const label = `${id}-${id.slice(-8)}`;
    const zonal = subnets.map((subnet) => `${label}-${text(subnet.properties.availabilityZone)}.${suffix}`);
    const entries = [`${label}.${suffix}`, ...zonal].map((dnsName) => ({
        dnsName,
        hostedZoneId: ENDPOINT_ZONE,
    }));
    const privately = privateDnsEnabled ? service.privateNames : [];
    return [...entries, ...privately.map((dnsName) => ({ dnsName, hostedZoneId: `${ENDPOINT_ZONE}P` }))];
}

/**
 * The list of a service's addresses that a gateway endpoint's routes lead to. Each service of a region has one;
 * its id and addresses are made up.
 */
function prefixList(service: EndpointService, call: Call): { id: string; cidrBlocks: string[] } {
    const text = `${call.caller.region}/${service.name}`;
    const digits = [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, 7);
    return { id: `pl-${digits.toString(16).padStart(8, "0")}`, cidrBlocks: ["198.51.100.0/24"] };
}

function withDefaults(given: Value | undefined, defaults: Properties): Properties {
    return { ...defaults, ...(isObject(given) ? given : {}) };
}

function sameDocument(before: Value, after: Value): boolean {
    if (typeof before !== "string" || typeof after !== "string") return false;
    try {
        return equal(JSON.parse(before) as Value, JSON.parse(after) as Value);
    } catch {
        return false;
    }
}
