import { isObject, strings, type Properties } from "../../cloud/values";
import type { Call } from "../../plugin/call";
import { ROUTE_TABLE } from "../types";
import { requireSameNetwork, siblings, type EndpointRequest } from "./vpc-endpoint-request";
import type { EndpointService } from "./vpc-endpoint-services";

/** What a gateway endpoint shows: it puts routes to the service's addresses into the given tables. */
export function gatewayOutputs(request: EndpointRequest, call: Call): Properties {
    const { inputs, service, vpc } = request;
    if (strings(inputs.subnetIds).length > 0) call.refuse("subnetsOfGateway");
    const list = prefixList(service, call);
    const others = siblings(request, call);
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
        dnsOptions: {
            dnsRecordIpType: "service-defined",
            ...(isObject(inputs.dnsOptions) && inputs.dnsOptions),
        },
        networkInterfaceIds: [],
        privateDnsEnabled: false,
        routeTableIds: strings(inputs.routeTableIds),
        securityGroupIds: [],
        subnetConfigurations: [],
        subnetIds: [],
    };
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
