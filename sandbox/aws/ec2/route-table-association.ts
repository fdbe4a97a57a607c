import type { CloudObject } from "../../cloud/account";
import { text } from "../../cloud/values";
import type { Call } from "../../plugin/call";
import type { Fake } from "../../plugin/fake";
import { ec2Id } from "../format/ids";
import { exactlyOneOf } from "../plan/checks";
import { dependents } from "./dependents";
import { noSuchRouteTable, noSuchSubnet } from "./refusals";
import { routeRefusals } from "./routes";
import { INTERNET_GATEWAY, ROUTE_TABLE, ROUTE_TABLE_ASSOCIATION, SUBNET } from "../types";

/** Source of the rows of `replaceOn`. */
const FORCE_NEW = "terraform-provider-aws internal/service/ec2/vpc_route_table_association.go, ForceNew";

/** Which route table a subnet, or an internet gateway's incoming traffic, follows. */
export const routeTableAssociation: Fake = {
    type: ROUTE_TABLE_ASSOCIATION,
    service: "EC2",
    operations: {
        create: "AssociateRouteTable",
        read: "DescribeRouteTables",
        update: "ReplaceRouteTableAssociation",
        delete: "DisassociateRouteTable",
    },
    replaceOn: {
        gatewayId: FORCE_NEW,
        subnetId: FORCE_NEW,
    },
    refusals: {
        ...noSuchRouteTable,
        ...noSuchSubnet,
        "InvalidGatewayID.NotFound": {
            sentence: routeRefusals["InvalidGatewayID.NotFound"].sentence,
            source: routeRefusals["InvalidGatewayID.NotFound"].source,
        },
        "Resource.AlreadyAssociated": {
            sentence:
                "the specified association for route table {table} conflicts with an existing association",
            source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AssociateRouteTable.html",
        },
        InvalidParameterValue: {
            sentence: "Route table {table} and {kind} {target} belong to different networks",
            source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AssociateRouteTable.html",
        },
    },
    check: (inputs) => exactlyOneOf(inputs, ["subnetId", "gatewayId"]),
    create(inputs, call) {
        const tableId = text(inputs.routeTableId) ?? "";
        const table = requireTable(tableId, call);
        const subnetId = text(inputs.subnetId);
        const gatewayId = text(inputs.gatewayId);
        if (subnetId !== undefined) {
            const subnet = call.require(SUBNET, subnetId, "InvalidSubnetID.NotFound", { id: subnetId });
            requireSameNetwork(table, "subnet", subnet, call);
            refuseSecond("subnetId", subnetId, tableId, call);
        }
        if (gatewayId !== undefined) {
            const row = "InvalidGatewayID.NotFound";
            const gateway = call.require(INTERNET_GATEWAY, gatewayId, row, { id: gatewayId });
            requireSameNetwork(table, "gateway", gateway, call);
            refuseSecond("gatewayId", gatewayId, tableId, call);
        }
        return { id: ec2Id("rtbassoc"), outputs: {} };
    },
    // AWS answers with a new association's id; here it stays, for an update cannot change an id.
    update(inputs, object, call) {
        const table = requireTable(text(inputs.routeTableId) ?? "", call);
        const subnet = call.find(SUBNET, text(object.properties.subnetId) ?? "");
        if (subnet !== undefined) requireSameNetwork(table, "subnet", subnet, call);
        return {};
    },
};

function requireTable(id: string, call: Call): CloudObject {
    return call.require(ROUTE_TABLE, id, "InvalidRouteTableID.NotFound", { id });
}

function requireSameNetwork(table: CloudObject, kind: string, target: CloudObject, call: Call): void {
    if (table.properties.vpcId !== target.properties.vpcId)
        call.refuse("InvalidParameterValue", { table: table.id, kind, target: target.id });
}

/** A subnet follows one table alone. */
function refuseSecond(property: string, id: string, tableId: string, call: Call): void {
    if (dependents(property, id, call, [ROUTE_TABLE_ASSOCIATION]).length > 0)
        call.refuse("Resource.AlreadyAssociated", { table: tableId });
}
