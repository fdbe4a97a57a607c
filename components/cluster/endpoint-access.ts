import * as vpc from "@pulumi/aws/vpc";
import * as pulumi from "@pulumi/pulumi";
import { PlatformComponent } from "../platform-component";

export interface EndpointAccessArgs {
    /** The security group that EKS puts on the private endpoint's interfaces: it lets in its own members alone. */
    clusterSecurityGroupId: pulumi.Input<string>;
    /** IPv4 ranges inside the VPC or of networks connected to it, `["10.8.0.0/16"]`; none: nodes and pods alone. */
    cidrs: readonly string[];
}

/**
 * Who may use the private endpoint besides nodes and pods.
 * Source: https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html, "Accessing a private only API server"
 */
export class EndpointAccess extends PlatformComponent {
    /** What a Kubernetes call from these ranges waits for; on a destroy they stay until the last call is done. */
    readonly rules: pulumi.Resource[];

    constructor(name: string, args: EndpointAccessArgs, opts?: pulumi.ComponentResourceOptions) {
        super("cluster", name, opts);

        this.rules = args.cidrs.map(
            (cidr) =>
                new vpc.SecurityGroupIngressRule(
                    // Named by the range: a list in another order, or one range less, moves nothing else.
                    `${name}-${cidr.replace("/", "-")}`,
                    {
                        securityGroupId: args.clusterSecurityGroupId,
                        description: `Kubernetes API from ${cidr}`,
                        cidrIpv4: cidr,
                        ipProtocol: "tcp",
                        fromPort: 443,
                        toPort: 443,
                    },
                    { parent: this },
                ),
        );

        this.registerOutputs({});
    }
}
