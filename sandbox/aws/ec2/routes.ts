import type { CloudObject } from "../../cloud/account";
import { objects, text, type Properties } from "../../cloud/values";
import type { Call } from "../../plugin/call";
import type { Refusals } from "../../plugin/refusal";
import type { Failure } from "../../plugin/typings";
import { exactlyOneOf, ipv4Network, notPretended } from "../plan/checks";
import { dependents } from "./dependents";
import { ERRORS } from "./refusals";
import { INTERNET_GATEWAY, NAT_GATEWAY, ROUTE, VPC } from "../types";

/** Routes that are not propagated. Source: https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html */
const ROUTES_PER_TABLE = 500;

/** Where a route can lead. Source: terraform-provider-aws, internal/service/ec2/vpc_route.go, routeValidTargets. */
const TARGETS = [
    "carrierGatewayId",
    "coreNetworkArn",
    "egressOnlyGatewayId",
    "gatewayId",
    "localGatewayId",
    "natGatewayId",
    "networkInterfaceId",
    "odbNetworkArn",
    "transitGatewayId",
    "vpcEndpointId",
    "vpcPeeringConnectionId",
];

/** The targets of which there are fakes. */
const PRETENDED_TARGETS = ["gatewayId", "natGatewayId"];

/** What EC2 says to a route, be it one of its own or a part of its table. */
export const routeRefusals: Refusals = {
    RouteAlreadyExists: {
        sentence: "The route identified by {destination} already exists.",
        operation: "CreateRoute",
        source: "https://github.com/hashicorp/terraform-provider-aws/issues/23866",
    },
    "InvalidGatewayID.NotFound": {
        sentence: "The gateway ID '{id}' does not exist",
        operation: "CreateRoute",
        source: "terraform-provider-aws internal/service/ec2/vpc_route.go",
    },
    "InvalidNatGatewayID.NotFound": {
        sentence: "The natGateway ID '{id}' does not exist",
        operation: "CreateRoute",
        source: "https://github.com/boto/boto3/issues/779",
    },
    InvalidParameterValue: {
        sentence: "route table {table} and network gateway {gateway} belong to different networks",
        operation: "CreateRoute",
        source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateRoute.html",
    },
    RouteLimitExceeded: {
        sentence: "The maximum number of routes has been reached.",
        operation: "CreateRoute",
        source: ERRORS,
    },
};

/**
 * What the provider refuses in a route at preview.
 * @param destinations the names of its destination properties; a table's inline routes call them otherwise
 */
export function checkRoute(route: Properties, destinations: readonly string[]): Failure[] {
    const [cidr, ...others] = destinations;
    const unknownTargets = TARGETS.filter((target) => !PRETENDED_TARGETS.includes(target));
    return [
        ...exactlyOneOf(route, destinations),
        ...exactlyOneOf(route, TARGETS),
        ...ipv4Network(route, cidr),
        ...notPretended(route, [...others, ...unknownTargets]),
    ];
}

/** Refuses a route whose target is not there or lies in another network. */
export function requireTarget(route: Properties, table: { id: string; vpcId: string }, call: Call): void {
    for (const [name, type] of Object.entries(TARGET_TYPES)) {
        const id = text(route[name]);
        if (id === undefined) continue;
        const row = name === "gatewayId" ? "InvalidGatewayID.NotFound" : "InvalidNatGatewayID.NotFound";
        const target = call.require(type, id, row, { id });
        // A NAT gateway that failed is none to CreateRoute. Source: the row's.
        if (target.internal?.state === "failed") call.refuse(row, { id });
        if (target.properties.vpcId !== table.vpcId)
            call.refuse("InvalidParameterValue", { table: table.id, gateway: id });
    }
}

const TARGET_TYPES = { gatewayId: INTERNET_GATEWAY, natGatewayId: NAT_GATEWAY };

/** Refuses a destination that the table has already: its VPC's own range, an inline route, a route of its own. */
export function requireFreeDestination(destination: string, table: CloudObject, call: Call): void {
    const vpc = call.find(VPC, text(table.properties.vpcId) ?? "");
    const separate = dependents("routeTableId", table.id, call, [ROUTE]);
    const inline = objects(table.properties.routes);
    const taken = [
        vpc?.properties.cidrBlock,
        ...inline.map((route) => route.cidrBlock),
        ...separate.map((route) => route.properties.destinationCidrBlock),
    ];
    if (taken.includes(destination)) call.refuse("RouteAlreadyExists", { destination });
    if (separate.length + inline.length >= ROUTES_PER_TABLE) call.refuse("RouteLimitExceeded");
}

/** The target of routes is gone: they stay and lead nowhere. */
export function blackhole(property: string, target: string, call: Call): void {
    for (const route of dependents(property, target, call, [ROUTE]))
        call.put({ ...route, properties: { ...route.properties, state: "blackhole" } });
}
