import type { CloudObject } from "../../../sandbox/cloud/account";
import type { Properties } from "../../../sandbox/cloud/values";
import type { PretendedCloud } from "../pretended-cloud";

/** The region of the tests' cloud. */
export const REGION = "eu-central-1";

/** An id that is well-formed and nobody's. */
export function missing(prefix: string): string {
    return `${prefix}-00000000000000000`;
}

/** Makes the objects that a test needs before the one it is about; each takes what differs from the usual. */
export class Network {
    private count = 0;

    constructor(private readonly cloud: PretendedCloud) {}

    vpc(inputs: Properties = {}): Promise<CloudObject> {
        return this.make("aws:ec2/vpc:Vpc", { cidrBlock: "10.0.0.0/16", ...inputs });
    }

    /** A VPC whose DNS is on, as private names need it. */
    vpcWithDns(): Promise<CloudObject> {
        return this.vpc({ enableDnsHostnames: true });
    }

    subnet(vpc: CloudObject, inputs: Properties = {}): Promise<CloudObject> {
        return this.make("aws:ec2/subnet:Subnet", { vpcId: vpc.id, cidrBlock: "10.0.0.0/24", ...inputs });
    }

    /** Subnets of a VPC in the region's first zones. */
    async subnets(vpc: CloudObject, count: number): Promise<CloudObject[]> {
        const made: CloudObject[] = [];
        for (let i = 0; i < count; i++) {
            const availabilityZone = `${REGION}${"abc"[i]}`;
            made.push(await this.subnet(vpc, { cidrBlock: `10.0.${i}.0/24`, availabilityZone }));
        }
        return made;
    }

    internetGateway(vpc: CloudObject): Promise<CloudObject> {
        return this.make("aws:ec2/internetGateway:InternetGateway", { vpcId: vpc.id });
    }

    eip(): Promise<CloudObject> {
        return this.make("aws:ec2/eip:Eip", { domain: "vpc" });
    }

    /** A public NAT gateway; the VPC needs an internet gateway. */
    natGateway(subnet: CloudObject, eip: CloudObject): Promise<CloudObject> {
        return this.make("aws:ec2/natGateway:NatGateway", { subnetId: subnet.id, allocationId: eip.id });
    }

    routeTable(vpc: CloudObject, inputs: Properties = {}): Promise<CloudObject> {
        return this.make("aws:ec2/routeTable:RouteTable", { vpcId: vpc.id, ...inputs });
    }

    securityGroup(vpc: CloudObject, inputs: Properties = {}): Promise<CloudObject> {
        return this.make("aws:ec2/securityGroup:SecurityGroup", { vpcId: vpc.id, ...inputs });
    }

    launchTemplate(inputs: Properties = {}): Promise<CloudObject> {
        return this.make("aws:ec2/launchTemplate:LaunchTemplate", inputs);
    }

    /** A log group and a role that may write flow logs, as their services would leave them. */
    logDelivery(name = "flow-logs"): { logDestination: string; iamRoleArn: string } {
        const logDestination = `arn:aws:logs:${REGION}:111122223333:log-group:${name}`;
        const iamRoleArn = `arn:aws:iam::111122223333:role/${name}`;
        const assumeRolePolicy = JSON.stringify({
            Version: "2012-10-17",
            Statement: [
                {
                    Effect: "Allow",
                    Principal: { Service: "vpc-flow-logs.amazonaws.com" },
                    Action: "sts:AssumeRole",
                },
            ],
        });
        this.put("aws:cloudwatch/logGroup:LogGroup", name, { name, arn: logDestination });
        this.put("aws:iam/role:Role", name, { name, arn: iamRoleArn, assumeRolePolicy }, "global");
        return { logDestination, iamRoleArn };
    }

    /** An object of a service that has fakes of its own, or of a kind that takes too long to make one by one. */
    put(type: string, id: string, properties: Properties, region = REGION): CloudObject {
        const object: CloudObject = {
            type,
            id,
            region,
            createdAt: "2026-01-01T00:00:00.000Z",
            urn: this.cloud.urn(type, id),
            properties,
        };
        this.cloud.account.put(object);
        return object;
    }

    private make(type: string, inputs: Properties): Promise<CloudObject> {
        return this.cloud.create(type, `made-${this.count++}`, inputs);
    }
}
