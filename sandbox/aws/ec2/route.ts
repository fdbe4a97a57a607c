import { text } from "../../cloud/values";
import type { Fake } from "../../plugin/fake";
import { crc32 } from "../format/crc32";
import { noSuchRouteTable } from "./refusals";
import { checkRoute, requireFreeDestination, requireTarget, routeRefusals } from "./routes";
import { ROUTE, ROUTE_TABLE } from "../types";

/** Source: terraform-provider-aws, internal/service/ec2/vpc_route.go, routeValidDestinations. */
const DESTINATIONS = ["destinationCidrBlock", "destinationIpv6CidrBlock", "destinationPrefixListId"];

/** Source of the rows of `replaceOn`. */
const FORCE_NEW = "terraform-provider-aws internal/service/ec2/vpc_route.go, ForceNew";

/** One route of a route table. */
export const route: Fake = {
    type: ROUTE,
    service: "EC2",
    operations: {
        create: "CreateRoute",
        read: "DescribeRouteTables",
        update: "ReplaceRoute",
        delete: "DeleteRoute",
    },
    replaceOn: {
        destinationCidrBlock: FORCE_NEW,
        destinationIpv6CidrBlock: FORCE_NEW,
        destinationPrefixListId: FORCE_NEW,
        routeTableId: FORCE_NEW,
    },
    refusals: { ...noSuchRouteTable, ...routeRefusals },
    check: (inputs) => checkRoute(inputs, DESTINATIONS),
    create(inputs, call) {
        const tableId = text(inputs.routeTableId) ?? "";
        const table = call.require(ROUTE_TABLE, tableId, "InvalidRouteTableID.NotFound", { id: tableId });
        const destination = text(inputs.destinationCidrBlock) ?? "";
        requireFreeDestination(destination, table, call);
        requireTarget(inputs, { id: tableId, vpcId: text(table.properties.vpcId) ?? "" }, call);
        return {
            // Source: as above, routeCreateID: the destination as a checksum.
            id: `r-${tableId}${crc32(destination)}`,
            outputs: {
                instanceId: "",
                instanceOwnerId: "",
                networkInterfaceId: "",
                origin: "CreateRoute",
                state: "active",
            },
        };
    },
    update(inputs, object, call) {
        const table = call.find(ROUTE_TABLE, text(object.properties.routeTableId) ?? "");
        if (table !== undefined)
            requireTarget(inputs, { id: table.id, vpcId: text(table.properties.vpcId) ?? "" }, call);
        return { state: "active" };
    },
};
