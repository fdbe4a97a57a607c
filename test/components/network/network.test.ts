import * as assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import { Network, type NetworkArgs } from "../../../components/network/network";
import { awsMocks } from "../../helpers/aws-mocks";
import { named, names, runMocked, type Registration } from "../../helpers/mocked-engine";

const args: NetworkArgs = {
    physicalName: "core-platform-dvlp",
    region: "eu-central-1",
    cidr: "10.16.0.0/16",
    zones: ["a", "b"],
    natGateways: "single",
    flowLogRetentionDays: 14,
    gatewayEndpoints: ["s3"],
    interfaceEndpoints: [],
    protect: false,
};

async function network(changes: Partial<NetworkArgs> = {}): Promise<Registration[]> {
    const { registrations } = await runMocked(
        { resources: awsMocks },
        () => void new Network("network", { ...args, ...changes }),
    );
    return registrations;
}

describe("Network", () => {
    it("makes exactly these resources for two zones and one NAT gateway", async () => {
        assert.deepEqual(names(await network()), [
            "core-platform:network:Network network",
            "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup network-default-security-group",
            "core-platform:network:Endpoints network-endpoints",
            "aws:ec2/vpcEndpoint:VpcEndpoint network-endpoints-s3",
            "core-platform:network:FlowLogs network-flow-logs",
            "aws:cloudwatch/logGroup:LogGroup network-flow-logs-group",
            "aws:ec2/flowLog:FlowLog network-flow-logs-log",
            "aws:iam/role:Role network-flow-logs-role",
            "aws:iam/rolePolicy:RolePolicy network-flow-logs-write",
            "aws:ec2/internetGateway:InternetGateway network-internet-gateway",
            "aws:ec2/natGateway:NatGateway network-nat-a",
            "aws:ec2/eip:Eip network-nat-a-address",
            "aws:ec2/routeTable:RouteTable network-private-a",
            "aws:ec2/route:Route network-private-a-internet",
            "aws:ec2/routeTableAssociation:RouteTableAssociation network-private-a-routes",
            "aws:ec2/subnet:Subnet network-private-a-subnet",
            "aws:ec2/routeTable:RouteTable network-private-b",
            "aws:ec2/route:Route network-private-b-internet",
            "aws:ec2/routeTableAssociation:RouteTableAssociation network-private-b-routes",
            "aws:ec2/subnet:Subnet network-private-b-subnet",
            "aws:ec2/routeTable:RouteTable network-public",
            "aws:ec2/routeTableAssociation:RouteTableAssociation network-public-a-routes",
            "aws:ec2/subnet:Subnet network-public-a-subnet",
            "aws:ec2/routeTableAssociation:RouteTableAssociation network-public-b-routes",
            "aws:ec2/subnet:Subnet network-public-b-subnet",
            "aws:ec2/route:Route network-public-internet",
            "aws:ec2/vpc:Vpc network-vpc",
        ]);
    });

    it("keeps every name and range when a zone is added", async () => {
        const before = await network();
        const after = await network({ zones: ["a", "b", "c"] });
        for (const registration of before)
            assert.deepEqual(named(after, registration.name).inputs.cidrBlock, registration.inputs.cidrBlock);
        assert.equal(after.length, before.length + 6);
    });

    it("changes nothing but gateways and routes when every zone gets a NAT gateway of its own", async () => {
        const before = await network();
        const after = await network({ natGateways: "perZone" });
        assert.deepEqual(
            names(after).filter((name) => !names(before).includes(name)),
            ["aws:ec2/natGateway:NatGateway network-nat-b", "aws:ec2/eip:Eip network-nat-b-address"],
        );
        const changed = before.filter(
            (registration) => !sameInputs(registration, named(after, registration.name)),
        );
        assert.deepEqual(names(changed), ["aws:ec2/route:Route network-private-b-internet"]);
        assert.equal(named(after, "network-private-b-internet").inputs.natGatewayId, "network-nat-b-id");
    });

    it("leaves the NAT gateway where it is when the zones are written in another order", async () => {
        const gateways = (zones: string[]): Promise<string[]> =>
            network({ zones }).then((made) => names(made).filter((name) => name.includes("natGateway")));
        assert.deepEqual(await gateways(["b", "a"]), await gateways(["a", "b"]));
    });

    it("gives no machine a public address by itself, and tags subnets for load balancers", async () => {
        const subnets = (await network()).filter(({ type }) => type === "aws:ec2/subnet:Subnet");
        for (const subnet of subnets) {
            assert.equal(subnet.inputs.mapPublicIpOnLaunch, false);
            const role = subnet.name.startsWith("network-public")
                ? "kubernetes.io/role/elb"
                : "kubernetes.io/role/internal-elb";
            assert.equal((subnet.inputs.tags as Record<string, string>)[role], "1", subnet.name);
        }
        assert.equal(subnets.length, 4);
    });

    it("empties the VPC's default security group", async () => {
        const { inputs } = named(await network(), "network-default-security-group");
        assert.deepEqual([inputs.ingress, inputs.egress], [[], []]);
    });

    it("keeps flow logs as long as the configuration says", async () => {
        const registrations = await network({ flowLogRetentionDays: 90 });
        const { inputs } = named(registrations, "network-flow-logs-group");
        assert.deepEqual(
            [inputs.name, inputs.retentionInDays],
            ["/aws/vpc/core-platform-dvlp/flow-logs", 90],
        );
        assert.ok(
            named(registrations, "network-flow-logs-log").dependencies.includes("network-flow-logs-write"),
        );
    });

    it("opens interface endpoints to the VPC alone, over HTTPS, before their names lead to them", async () => {
        const registrations = await network({ interfaceEndpoints: ["ecr.api", "sts"] });
        const rule = named(registrations, "network-endpoints-https").inputs;
        assert.deepEqual(
            [rule.cidrIpv4, rule.fromPort, rule.toPort, rule.ipProtocol],
            ["10.16.0.0/16", 443, 443, "tcp"],
        );
        const endpoint = named(registrations, "network-endpoints-ecr-api");
        assert.equal(endpoint.inputs.serviceName, "com.amazonaws.eu-central-1.ecr.api");
        assert.deepEqual(endpoint.inputs.subnetIds, [
            "network-private-a-subnet-id",
            "network-private-b-subnet-id",
        ]);
        assert.ok(endpoint.dependencies.includes("network-endpoints-https"));
    });

    it("protects VPC, subnets and public addresses where that is asked for, and nothing else", async () => {
        const guarded = (await network({ protect: true }))
            .filter(({ protect }) => protect)
            .map(({ type }) => type);
        assert.deepEqual(
            new Set(guarded),
            new Set(["aws:ec2/vpc:Vpc", "aws:ec2/subnet:Subnet", "aws:ec2/eip:Eip"]),
        );
        assert.ok((await network()).every(({ protect }) => !protect));
    });

    it("hands out subnet ids that depend on the subnets' ways out", async () => {
        const { registrations } = await runMocked({ resources: awsMocks }, () => {
            const { privateSubnetIds } = new Network("network", args);
            new aws.ec2.InternetGateway("user", {
                tags: { subnets: privateSubnetIds.apply((ids) => ids.join()) },
            });
        });
        const { dependencies } = named(registrations, "user");
        for (const needed of [
            "network-private-a-internet",
            "network-private-b-routes",
            "network-private-a-subnet",
        ]) {
            assert.ok(dependencies.includes(needed), `${needed} is not waited for`);
        }
    });

    it("hands out the control plane's subnets as soon as they exist", async () => {
        const { registrations } = await runMocked({ resources: awsMocks }, () => {
            const { controlPlaneSubnetIds } = new Network("network", args);
            new aws.ec2.InternetGateway("user", {
                tags: { subnets: controlPlaneSubnetIds.apply((ids) => ids.join()) },
            });
        });
        const { dependencies, inputs } = named(registrations, "user");
        assert.deepEqual([...dependencies].sort(), ["network-private-a-subnet", "network-private-b-subnet"]);
        assert.deepEqual(inputs.tags, { subnets: "network-private-a-subnet-id,network-private-b-subnet-id" });
    });

    it("gives its role the permissions boundary", async () => {
        const boundary = "arn:aws:iam::111122223333:policy/boundary";
        const { inputs } = named(
            await network({ permissionsBoundaryArn: boundary }),
            "network-flow-logs-role",
        );
        assert.equal(inputs.permissionsBoundary, boundary);
    });
});

function sameInputs(a: Registration, b: Registration): boolean {
    return JSON.stringify(a.inputs) === JSON.stringify(b.inputs);
}
