import * as assert from "node:assert/strict";
import { Endpoints, type EndpointsArgs } from "../../../components/network/endpoints";
import { awsMocks } from "../../helpers/aws-mocks";
import { names, runMocked } from "../../helpers/mocked-engine";

async function endpoints(changes: Partial<EndpointsArgs>): Promise<string[]> {
    const args: EndpointsArgs = {
        physicalName: "p",
        region: "eu-central-1",
        vpcId: "vpc-1",
        cidr: "10.0.0.0/16",
        routeTableIds: ["rtb-1"],
        subnetIds: ["subnet-1"],
        gatewayEndpoints: [],
        interfaceEndpoints: [],
    };
    const { registrations } = await runMocked(
        { resources: awsMocks },
        () => void new Endpoints("e", { ...args, ...changes }),
    );
    return names(registrations).slice(1);
}

describe("Endpoints", () => {
    it("make nothing when nothing is configured", async () => {
        assert.deepEqual(await endpoints({}), []);
    });

    it("need no security group for gateways", async () => {
        assert.deepEqual(await endpoints({ gatewayEndpoints: ["s3", "dynamodb"] }), [
            "aws:ec2/vpcEndpoint:VpcEndpoint e-dynamodb",
            "aws:ec2/vpcEndpoint:VpcEndpoint e-s3",
        ]);
    });

    it("share one security group between interfaces", async () => {
        assert.deepEqual(await endpoints({ interfaceEndpoints: ["ecr.dkr", "sts"] }), [
            "aws:ec2/vpcEndpoint:VpcEndpoint e-ecr-dkr",
            "aws:ec2/securityGroup:SecurityGroup e-group",
            "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule e-https",
            "aws:ec2/vpcEndpoint:VpcEndpoint e-sts",
        ]);
    });
});
