import type { Fake, FakeFunction } from "../plugin/fake";
import { defaultSecurityGroup } from "./ec2/default-security-group";
import { eip } from "./ec2/eip";
import { flowLog } from "./ec2/flow-log";
import { internetGateway } from "./ec2/internet-gateway";
import { launchTemplate } from "./ec2/launch-template";
import { natGateway } from "./ec2/nat-gateway";
import { route } from "./ec2/route";
import { routeTable } from "./ec2/route-table";
import { routeTableAssociation } from "./ec2/route-table-association";
import { securityGroup } from "./ec2/security-group";
import { securityGroupIngressRule } from "./ec2/security-group-ingress-rule";
import { subnet } from "./ec2/subnet";
import { vpc } from "./ec2/vpc";
import { vpcEndpoint } from "./ec2/vpc-endpoint";
import { getPartition } from "./functions/get-partition";

/** The AWS resource types that the sandbox stands in for. */
export const fakes: readonly Fake[] = [
    defaultSecurityGroup,
    eip,
    flowLog,
    internetGateway,
    launchTemplate,
    natGateway,
    route,
    routeTable,
    routeTableAssociation,
    securityGroup,
    securityGroupIngressRule,
    subnet,
    vpc,
    vpcEndpoint,
];

/** The AWS functions that the sandbox stands in for. */
export const functions: readonly FakeFunction[] = [getPartition];
