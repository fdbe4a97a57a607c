import type { Mocks } from "./mocked-engine";

const ACCOUNT = "111122223333";

/** Outputs of the AWS resources that the components read, by type. */
export const awsMocks: Mocks["resources"] = {
    "aws:ec2/vpc:Vpc": () => ({}),
    "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup": () => ({}),
    "aws:ec2/internetGateway:InternetGateway": () => ({}),
    "aws:ec2/subnet:Subnet": () => ({}),
    "aws:ec2/routeTable:RouteTable": () => ({}),
    "aws:ec2/route:Route": () => ({}),
    "aws:ec2/routeTableAssociation:RouteTableAssociation": () => ({}),
    "aws:ec2/eip:Eip": () => ({ publicIp: "198.51.100.1" }),
    "aws:ec2/natGateway:NatGateway": (_, name) => ({ publicIp: `address of ${name}` }),
    "aws:ec2/flowLog:FlowLog": () => ({}),
    "aws:ec2/vpcEndpoint:VpcEndpoint": () => ({}),
    "aws:ec2/securityGroup:SecurityGroup": () => ({}),
    "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": () => ({}),
    "aws:ec2/launchTemplate:LaunchTemplate": () => ({ latestVersion: 7 }),
    "aws:cloudwatch/logGroup:LogGroup": ({ name }) => ({
        arn: `arn:aws:logs:eu-central-1:${ACCOUNT}:log-group:${String(name)}`,
    }),
    "aws:iam/role:Role": (_, name) => ({ name, arn: `arn:aws:iam::${ACCOUNT}:role/${name}` }),
    "aws:iam/rolePolicy:RolePolicy": () => ({}),
    "aws:iam/rolePolicyAttachment:RolePolicyAttachment": () => ({}),
    "aws:kms/key:Key": () => ({ keyId: "key-1", arn: `arn:aws:kms:eu-central-1:${ACCOUNT}:key/key-1` }),
    "aws:kms/alias:Alias": () => ({}),
    "aws:eks/accessEntry:AccessEntry": () => ({}),
    "aws:eks/accessPolicyAssociation:AccessPolicyAssociation": () => ({}),
    "aws:eks/addon:Addon": () => ({}),
    "aws:eks/nodeGroup:NodeGroup": () => ({}),
    "aws:eks/podIdentityAssociation:PodIdentityAssociation": () => ({}),
    "eks:index:Cluster": ({ name, version }) => ({
        eksCluster: {
            name,
            version,
            endpoint: "https://0123.gr7.eu-central-1.eks.amazonaws.com",
            certificateAuthority: { data: "Q0E=" },
        },
    }),
};
