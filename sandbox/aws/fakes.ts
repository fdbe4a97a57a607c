import type { Fake, FakeFunction } from "../plugin/fake";
import { logGroup } from "./cloudwatch/log-group";
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
import { accessEntry } from "./eks/access-entry";
import { accessPolicyAssociation } from "./eks/access-policy-association";
import { addon } from "./eks/addon";
import { cluster } from "./eks/cluster";
import { nodeGroup } from "./eks/node-group";
import { podIdentityAssociation } from "./eks/pod-identity-association";
import { getCluster } from "./functions/get-cluster";
import { getClusters } from "./functions/get-clusters";
import { getPartition } from "./functions/get-partition";
import { role } from "./iam/role";
import { rolePolicy } from "./iam/role-policy";
import { rolePolicyAttachment } from "./iam/role-policy-attachment";
import { alias } from "./kms/alias";
import { key } from "./kms/key";

/** The AWS resource types that the sandbox stands in for. */
export const fakes: readonly Fake[] = [
    logGroup,
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
    accessEntry,
    accessPolicyAssociation,
    addon,
    cluster,
    nodeGroup,
    podIdentityAssociation,
    role,
    rolePolicy,
    rolePolicyAttachment,
    alias,
    key,
];

/** The AWS functions that the sandbox stands in for. */
export const functions: readonly FakeFunction[] = [getCluster, getClusters, getPartition];
