import * as ec2 from "@pulumi/aws/ec2";
import * as pulumi from "@pulumi/pulumi";
import { PlatformComponent } from "../platform-component";
import { subnetCidr, TIERS } from "./cidr-plan";
import { Endpoints } from "./endpoints";
import { FlowLogs } from "./flow-logs";

export interface NetworkArgs {
    /** Begins the Name tag of everything in the network, `core-platform-dvlp`. */
    physicalName: string;
    /** The region, for the names of endpoint services, `eu-central-1`. */
    region: string;
    /** The VPC's range, /16 to /18, `10.16.0.0/16`. */
    cidr: string;
    /** Letters of the availability zones in use, `["a", "b"]`. */
    zones: readonly string[];
    /** One NAT gateway for all zones, or one in each: an outage of a zone then stays in it. */
    natGateways: "single" | "perZone";
    /** How long flow logs are kept, days; one of the values that CloudWatch knows. */
    flowLogRetentionDays: number;
    /** Services reached through the route tables, free of charge: `["s3"]`. */
    gatewayEndpoints: readonly string[];
    /** Services reached through interfaces in the private subnets, `["ecr.api", "sts"]`. */
    interfaceEndpoints: readonly string[];
    /** Refuse to delete what cannot be made again: VPC, subnets and the addresses that partners know. */
    protect: boolean;
    /** Carried by the roles made here, `arn:aws:iam::111122223333:policy/boundary`; default: none. */
    permissionsBoundaryArn?: string;
}

/** A VPC with public and private subnets over the zones, ways out, flow logs and endpoints. */
export class Network extends PlatformComponent {
    readonly vpcId: pulumi.Output<string>;
    readonly cidr: pulumi.Output<string>;
    /** In the order of the zones; known once their way out exists. */
    readonly publicSubnetIds: pulumi.Output<string[]>;
    /** In the order of the zones; known once their way out exists. */
    readonly privateSubnetIds: pulumi.Output<string[]>;
    /**
     * The private subnets again, known as soon as they exist: a control plane's interfaces need no way out, and it
     * takes longer to make than all ways out together.
     */
    readonly controlPlaneSubnetIds: pulumi.Output<string[]>;
    /** The addresses from which the platform's traffic reaches the internet. */
    readonly natPublicIps: pulumi.Output<string[]>;

    constructor(name: string, args: NetworkArgs, opts?: pulumi.ComponentResourceOptions) {
        super("network", name, opts);

        const vpc = this.createVpc(args);
        const publicSubnets = this.createPublicSubnets(args, vpc);
        const natGateways = this.createNatGateways(args, publicSubnets);
        const privateSubnets = this.createPrivateSubnets(args, vpc, natGateways);
        new FlowLogs(
            `${name}-flow-logs`,
            { ...args, vpcId: vpc.id, retentionDays: args.flowLogRetentionDays },
            { parent: this },
        );
        new Endpoints(
            `${name}-endpoints`,
            {
                ...args,
                vpcId: vpc.id,
                routeTableIds: privateSubnets.map((subnet) => subnet.routeTableId),
                subnetIds: privateSubnets.map((subnet) => subnet.id),
            },
            { parent: this },
        );

        this.vpcId = vpc.id;
        this.cidr = vpc.cidrBlock;
        this.publicSubnetIds = pulumi.all(publicSubnets.map((subnet) => subnet.routedId));
        this.privateSubnetIds = pulumi.all(privateSubnets.map((subnet) => subnet.routedId));
        this.controlPlaneSubnetIds = pulumi.all(privateSubnets.map((subnet) => subnet.id));
        this.natPublicIps = pulumi.all([...natGateways.values()].map((nat) => nat.publicIp));

        this.registerOutputs({
            vpcId: this.vpcId,
            cidr: this.cidr,
            publicSubnetIds: this.publicSubnetIds,
            privateSubnetIds: this.privateSubnetIds,
            natPublicIps: this.natPublicIps,
        });
    }

    private createVpc(args: NetworkArgs): ec2.Vpc {
        const vpc = new ec2.Vpc(
            `${this.name}-vpc`,
            {
                cidrBlock: args.cidr,
                enableDnsSupport: true,
                // Private endpoints of EKS and interface endpoints are found by name alone.
                enableDnsHostnames: true,
                tags: { Name: args.physicalName },
            },
            { parent: this, protect: args.protect },
        );
        // Adopted and emptied: whatever is started without a group of its own can talk to nobody.
        new ec2.DefaultSecurityGroup(
            `${this.name}-default-security-group`,
            { vpcId: vpc.id, ingress: [], egress: [], tags: { Name: `${args.physicalName}-default-closed` } },
            { parent: this },
        );
        return vpc;
    }

    private createPublicSubnets(args: NetworkArgs, vpc: ec2.Vpc): RoutedSubnet[] {
        const gateway = new ec2.InternetGateway(
            `${this.name}-internet-gateway`,
            { vpcId: vpc.id, tags: { Name: args.physicalName } },
            { parent: this },
        );
        const routes = new ec2.RouteTable(
            `${this.name}-public`,
            { vpcId: vpc.id, tags: { Name: `${args.physicalName}-public` } },
            { parent: this },
        );
        const toInternet = new ec2.Route(
            `${this.name}-public-internet`,
            { routeTableId: routes.id, destinationCidrBlock: EVERYWHERE, gatewayId: gateway.id },
            { parent: this },
        );
        return args.zones.map((zone) =>
            this.createSubnet(args, vpc, {
                zone,
                tier: "public",
                routes,
                wayOut: toInternet,
                // Read by the AWS Load Balancer Controller to find subnets for internet-facing load balancers.
                tags: { "kubernetes.io/role/elb": "1" },
            }),
        );
    }

    /** By zone: every zone has an entry, several may share one gateway. */
    private createNatGateways(args: NetworkArgs, publicSubnets: RoutedSubnet[]): Map<string, ec2.NatGateway> {
        const byZone = [...publicSubnets].sort((a, b) => (a.zone < b.zone ? -1 : 1));
        // The first by letter, not by the list's order: writing the zones in another order moves no gateway.
        const withGateway = args.natGateways === "perZone" ? publicSubnets : byZone.slice(0, 1);
        return new Map(
            withGateway.map((subnet) => {
                const name = `${this.name}-nat-${subnet.zone}`;
                const tags = { Name: `${args.physicalName}-nat-${subnet.zone}` };
                const address = new ec2.Eip(
                    `${name}-address`,
                    { domain: "vpc", tags },
                    // Partners let it in by number: a lost one is lost to somebody else.
                    { parent: this, protect: args.protect },
                );
                const gateway = new ec2.NatGateway(
                    name,
                    // The subnet with its way out: a gateway without one would fail after minutes.
                    { allocationId: address.id, subnetId: subnet.routedId, tags },
                    { parent: this },
                );
                return [subnet.zone, gateway];
            }),
        );
    }

    private createPrivateSubnets(
        args: NetworkArgs,
        vpc: ec2.Vpc,
        natGateways: Map<string, ec2.NatGateway>,
    ): RoutedSubnet[] {
        const [shared] = natGateways.values();
        return args.zones.map((zone) => {
            // A table for each zone, also with one gateway: a change to perZone then changes routes, not tables.
            const routes = new ec2.RouteTable(
                `${this.name}-private-${zone}`,
                { vpcId: vpc.id, tags: { Name: `${args.physicalName}-private-${zone}` } },
                { parent: this },
            );
            const natGatewayId = (natGateways.get(zone) ?? shared).id;
            const toInternet = new ec2.Route(
                `${this.name}-private-${zone}-internet`,
                { routeTableId: routes.id, destinationCidrBlock: EVERYWHERE, natGatewayId },
                { parent: this },
            );
            return this.createSubnet(args, vpc, {
                zone,
                tier: "private",
                routes,
                wayOut: toInternet,
                tags: { "kubernetes.io/role/internal-elb": "1" },
            });
        });
    }

    private createSubnet(args: NetworkArgs, vpc: ec2.Vpc, plan: SubnetPlan): RoutedSubnet {
        const suffix = `${plan.tier}-${plan.zone}`;
        const subnet = new ec2.Subnet(
            `${this.name}-${suffix}-subnet`,
            {
                vpcId: vpc.id,
                cidrBlock: subnetCidr(args.cidr, plan.zone, TIERS[plan.tier]),
                availabilityZone: `${args.region}${plan.zone}`,
                // Load balancers and NAT gateways bring addresses of their own; nothing else gets a public one.
                mapPublicIpOnLaunch: false,
                tags: { Name: `${args.physicalName}-${suffix}`, ...plan.tags },
            },
            { parent: this, protect: args.protect },
        );
        const association = new ec2.RouteTableAssociation(
            `${this.name}-${suffix}-routes`,
            { subnetId: subnet.id, routeTableId: plan.routes.id },
            { parent: this },
        );
        return {
            zone: plan.zone,
            id: subnet.id,
            routeTableId: plan.routes.id,
            routedId: pulumi.all([subnet.id, association.id, plan.wayOut.id]).apply(([id]) => id),
        };
    }
}

const EVERYWHERE = "0.0.0.0/0";

interface SubnetPlan {
    zone: string;
    tier: keyof typeof TIERS;
    routes: ec2.RouteTable;
    wayOut: ec2.Route;
    tags: Record<string, string>;
}

interface RoutedSubnet {
    zone: string;
    id: pulumi.Output<string>;
    routeTableId: pulumi.Output<string>;
    /** The id, known once the subnet's way out exists; and what uses it is removed before that way. */
    routedId: pulumi.Output<string>;
}
