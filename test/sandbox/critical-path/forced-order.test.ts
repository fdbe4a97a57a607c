import assert from "node:assert/strict";
import { forcedOrder } from "../../../sandbox/critical-path/forced-order";
import type { Resource } from "../../../sandbox/critical-path/resources";
import { component, resource } from "./made-up";

const VPC = "aws:ec2/vpc:Vpc";
const SUBNET = "aws:ec2/subnet:Subnet";
const GATEWAY = "aws:ec2/internetGateway:InternetGateway";
const NAT = "aws:ec2/natGateway:NatGateway";
const ROUTE_TABLE = "aws:ec2/routeTable:RouteTable";
const ROUTE = "aws:ec2/route:Route";
const CLUSTER = "aws:eks/cluster:Cluster";
const NODES = "aws:eks/nodeGroup:NodeGroup";
const ADDON = "aws:eks/addon:Addon";
const ASSOCIATION = "aws:eks/accessPolicyAssociation:AccessPolicyAssociation";
const RELEASE = "kubernetes:helm.sh/v3:Release";

/** What comes before a resource. */
function before(name: string, resources: readonly Resource[]): string[] {
    const task = forcedOrder(resources).find(({ id }) => id === name);
    assert.ok(task, `${name} is not in the order`);
    return [...task.after].sort();
}

describe("the order that AWS forces", () => {
    const network = [
        resource("vpc", VPC),
        resource("subnet", SUBNET, ["vpc"]),
        resource("gateway", GATEWAY, ["vpc"]),
        resource("nat", NAT, ["subnet"]),
        resource("table", ROUTE_TABLE, ["vpc"]),
        resource("to-nat", ROUTE, ["table", "nat"], { inputs: { natGatewayId: "unknown" } }),
        resource("to-internet", ROUTE, ["table", "gateway"], { inputs: { gatewayId: "unknown" } }),
    ];
    const cluster = [
        resource("cluster", CLUSTER, ["subnet"]),
        resource("nodes", NODES, ["cluster", "subnet"]),
        resource("cni", ADDON, ["cluster"], { inputs: { addonName: "vpc-cni" } }),
        resource("dns", ADDON, ["cluster"], { inputs: { addonName: "coredns" } }),
    ];

    it("leaves out what only the program waits for", () => {
        const waiting = resource("cluster", CLUSTER, ["subnet", "to-nat"]);
        waiting.dependencies.push("gateway");
        assert.deepEqual(before("cluster", [...network, waiting]), ["subnet"]);
    });

    it("leaves out components", () => {
        const all = [...network, component("network", "core-platform:network:Network")];
        assert.ok(!forcedOrder(all).some(({ id }) => id === "network"));
    });

    it("attaches the internet gateway before a NAT gateway of the same network, and of no other", () => {
        const other = [resource("other-vpc", VPC), resource("other-gateway", GATEWAY, ["other-vpc"])];
        assert.deepEqual(before("nat", [...network, ...other]), ["gateway", "subnet"]);
    });

    it("gives nodes their way out and their network add-on before they start, and CoreDNS its nodes", () => {
        const all = [...network, ...cluster];
        assert.deepEqual(before("nodes", all), ["cluster", "cni", "subnet", "to-nat"]);
        assert.deepEqual(before("dns", all), ["cluster", "nodes"]);
        assert.deepEqual(before("cni", all), ["cluster"]);
    });

    it("lets no node of one cluster wait for an add-on of another", () => {
        const other = [
            resource("other", CLUSTER, ["subnet"]),
            resource("other-cni", ADDON, ["other"], { inputs: { addonName: "vpc-cni" } }),
        ];
        assert.ok(!before("nodes", [...network, ...cluster, ...other]).includes("other-cni"));
    });

    it("lets a chart wait for access to its cluster and for nodes", () => {
        const all = [
            ...network,
            ...cluster,
            resource("access", ASSOCIATION, ["cluster"]),
            resource("kubernetes", "pulumi:providers:kubernetes", ["cluster"]),
            resource("chart", RELEASE, [], { provider: "kubernetes" }),
        ];
        assert.deepEqual(before("chart", all), ["access", "kubernetes", "nodes"]);
    });

    it("makes the control plane's log group first, and no other log group", () => {
        const groups = [
            resource("logs", "aws:cloudwatch/logGroup:LogGroup", [], {
                inputs: { name: "/aws/eks/x/cluster" },
            }),
            resource("flow", "aws:cloudwatch/logGroup:LogGroup", [], { inputs: { name: "/aws/vpc/x" } }),
        ];
        assert.deepEqual(before("cluster", [...network, ...cluster, ...groups]), ["logs", "subnet"]);
    });
});
