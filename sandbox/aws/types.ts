/** Type tokens that fakes name of each other; constants, so that no file has to import a fake for its token. */
export const VPC = "aws:ec2/vpc:Vpc";
export const SUBNET = "aws:ec2/subnet:Subnet";
export const INTERNET_GATEWAY = "aws:ec2/internetGateway:InternetGateway";
export const EIP = "aws:ec2/eip:Eip";
export const NAT_GATEWAY = "aws:ec2/natGateway:NatGateway";
export const ROUTE_TABLE = "aws:ec2/routeTable:RouteTable";
export const ROUTE = "aws:ec2/route:Route";
export const ROUTE_TABLE_ASSOCIATION = "aws:ec2/routeTableAssociation:RouteTableAssociation";
export const SECURITY_GROUP = "aws:ec2/securityGroup:SecurityGroup";
export const DEFAULT_SECURITY_GROUP = "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup";
export const INGRESS_RULE = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
export const FLOW_LOG = "aws:ec2/flowLog:FlowLog";
export const VPC_ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";
export const LAUNCH_TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";

/** Made by EC2 alone so far: there is no fake for them. */
export const NETWORK_ACL = "aws:ec2/networkAcl:NetworkAcl";
export const NETWORK_INTERFACE = "aws:ec2/networkInterface:NetworkInterface";

/** Of other services. */
export const LOG_GROUP = "aws:cloudwatch/logGroup:LogGroup";
export const ROLE = "aws:iam/role:Role";
export const ROLE_POLICY = "aws:iam/rolePolicy:RolePolicy";
export const ROLE_POLICY_ATTACHMENT = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";
export const KMS_KEY = "aws:kms/key:Key";

/** Of EKS. */
export const EKS_TYPES = {
    cluster: "aws:eks/cluster:Cluster",
    nodeGroup: "aws:eks/nodeGroup:NodeGroup",
    addon: "aws:eks/addon:Addon",
    accessEntry: "aws:eks/accessEntry:AccessEntry",
    accessPolicyAssociation: "aws:eks/accessPolicyAssociation:AccessPolicyAssociation",
    podIdentityAssociation: "aws:eks/podIdentityAssociation:PodIdentityAssociation",
} as const;
