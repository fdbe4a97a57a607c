import * as ec2 from "@pulumi/aws/ec2";
import * as vpc from "@pulumi/aws/vpc";
import * as pulumi from "@pulumi/pulumi";
import { PlatformComponent } from "../platform-component";

export interface EndpointsArgs {
    /** Begins the Name tags, `core-platform-dvlp`. */
    physicalName: string;
    region: string;
    vpcId: pulumi.Input<string>;
    /** The VPC's range: who may use the interface endpoints. */
    cidr: string;
    /** Route tables that lead to the gateway endpoints. */
    routeTableIds: readonly pulumi.Input<string>[];
    /** Subnets that hold the interface endpoints. */
    subnetIds: readonly pulumi.Input<string>[];
    gatewayEndpoints: readonly string[];
    interfaceEndpoints: readonly string[];
}

/** Ways to AWS's own services that do not lead over the internet. */
export class Endpoints extends PlatformComponent {
    constructor(name: string, args: EndpointsArgs, opts?: pulumi.ComponentResourceOptions) {
        super("network", name, opts);

        for (const service of args.gatewayEndpoints) {
            new ec2.VpcEndpoint(
                `${name}-${slug(service)}`,
                {
                    vpcId: args.vpcId,
                    vpcEndpointType: "Gateway",
                    serviceName: `com.amazonaws.${args.region}.${service}`,
                    routeTableIds: [...args.routeTableIds],
                    tags: { Name: `${args.physicalName}-${slug(service)}` },
                },
                { parent: this },
            );
        }
        if (args.interfaceEndpoints.length > 0) this.createInterfaces(args);

        this.registerOutputs({});
    }

    private createInterfaces(args: EndpointsArgs): void {
        const group = new ec2.SecurityGroup(
            `${this.name}-group`,
            {
                vpcId: args.vpcId,
                description: "HTTPS from the VPC to the endpoints of AWS services",
                tags: { Name: `${args.physicalName}-endpoints` },
            },
            { parent: this },
        );
        const https = new vpc.SecurityGroupIngressRule(
            `${this.name}-https`,
            {
                securityGroupId: group.id,
                description: "HTTPS from the VPC",
                cidrIpv4: args.cidr,
                ipProtocol: "tcp",
                fromPort: 443,
                toPort: 443,
            },
            { parent: this },
        );
        for (const service of args.interfaceEndpoints) {
            new ec2.VpcEndpoint(
                `${this.name}-${slug(service)}`,
                {
                    vpcId: args.vpcId,
                    vpcEndpointType: "Interface",
                    serviceName: `com.amazonaws.${args.region}.${service}`,
                    subnetIds: [...args.subnetIds],
                    securityGroupIds: [group.id],
                    privateDnsEnabled: true,
                    tags: { Name: `${args.physicalName}-${slug(service)}` },
                },
                // With private DNS the service's name leads here at once: nobody may find the door still shut.
                { parent: this, dependsOn: [https] },
            );
        }
    }
}

/** `ecr.api` -> `ecr-api`. */
function slug(service: string): string {
    return service.replaceAll(".", "-");
}
