import { objects, text, type Properties } from "../../cloud/values";
import type { Call } from "../../plugin/call";
import type { Fake } from "../../plugin/fake";
import { arn, ec2Id } from "../format/ids";
import { notPretended } from "../plan/checks";
import { sameSet } from "../plan/same-set";
import { dependents } from "./dependents";
import { ERRORS, noSuchVpc } from "./refusals";
import { checkRoute, requireTarget, routeRefusals } from "./routes";
import { ROUTE, ROUTE_TABLE, ROUTE_TABLE_ASSOCIATION, VPC } from "../types";

/** Source: https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html */
const TABLES_PER_VPC = 200;

/** Source: terraform-provider-aws, internal/service/ec2/vpc_route_table.go, routeTableValidDestinations. */
const DESTINATIONS = ["cidrBlock", "ipv6CidrBlock", "destinationPrefixListId"];

const { RouteLimitExceeded: _, ...inlineRefusals } = routeRefusals;

/** Source of the rows of `replaceOn`. */
const FORCE_NEW = "terraform-provider-aws internal/service/ec2/vpc_route_table.go, ForceNew";

/** A route table, with or without routes of its own; those of aws:ec2/route:Route are objects beside it. */
export const routeTable: Fake = {
    type: ROUTE_TABLE,
    service: "EC2",
    operations: {
        create: "CreateRouteTable",
        read: "DescribeRouteTables",
        update: "ReplaceRoute",
        delete: "DeleteRouteTable",
    },
    replaceOn: {
        vpcId: FORCE_NEW,
    },
    refusals: {
        ...noSuchVpc,
        ...inlineRefusals,
        RouteTableLimitExceeded: {
            sentence: "The maximum number of route tables has been reached.",
            source: ERRORS,
        },
        DependencyViolation: {
            sentence: "The routeTable '{id}' has dependencies and cannot be deleted.",
            source: ERRORS,
        },
    },
    check: (inputs) => [
        ...objects(inputs.routes).flatMap((route, index) =>
            checkRoute(route, DESTINATIONS).map((failure) => ({
                ...failure,
                property: `routes[${index}].${failure.property}`,
            })),
        ),
        ...(Array.isArray(inputs.propagatingVgws) && inputs.propagatingVgws.length > 0
            ? notPretended(inputs, ["propagatingVgws"])
            : []),
    ],
    sameValue: (path, before, after) =>
        ["routes", "propagatingVgws"].includes(path) && sameSet(before, after),
    create(inputs, call) {
        const vpcId = text(inputs.vpcId) ?? "";
        call.require(VPC, vpcId, "InvalidVpcID.NotFound", { id: vpcId });
        if (dependents("vpcId", vpcId, call, [ROUTE_TABLE]).length >= TABLES_PER_VPC)
            call.refuse("RouteTableLimitExceeded");
        const id = ec2Id("rtb");
        requireInlineRoutes(inputs, id, call);
        return {
            id,
            outputs: {
                arn: arn("ec2", `route-table/${id}`, call.caller),
                ownerId: call.caller.accountId,
                propagatingVgws: [],
                routes: inputs.routes ?? [],
            },
        };
    },
    update(inputs, object, call) {
        requireInlineRoutes(inputs, object.id, call);
        return { routes: inputs.routes ?? object.properties.routes ?? [] };
    },
    delete(object, call) {
        // The provider unties the subnets itself, and the routes go with the table.
        // Source: as above, resourceRouteTableDelete.
        const going = dependents("routeTableId", object.id, call, [ROUTE, ROUTE_TABLE_ASSOCIATION]);
        for (const dependent of going) call.remove(dependent);
    },
    deleteByHand(object, call) {
        // EC2 unties no subnet, and a VPC's main table, which no resource has made, goes with the VPC.
        const ties = dependents("routeTableId", object.id, call, [ROUTE_TABLE_ASSOCIATION]);
        if (ties.length > 0 || object.urn === undefined)
            call.refuse("DependencyViolation", { id: object.id });
        for (const route of dependents("routeTableId", object.id, call, [ROUTE])) call.remove(route);
    },
};

function requireInlineRoutes(inputs: Properties, tableId: string, call: Call): void {
    const vpcId = text(inputs.vpcId) ?? "";
    const separate = dependents("routeTableId", tableId, call, [ROUTE]);
    const taken = [
        call.find(VPC, vpcId)?.properties.cidrBlock,
        ...separate.map((route) => route.properties.destinationCidrBlock),
    ];
    for (const route of objects(inputs.routes)) {
        const destination = text(route.cidrBlock) ?? "";
        if (taken.includes(destination)) call.refuse("RouteAlreadyExists", { destination });
        taken.push(destination);
        requireTarget(route, { id: tableId, vpcId }, call);
    }
}
