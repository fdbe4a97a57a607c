/** The actions of AWS's managed policies that the pretended services ask for; a policy allows more than stands here. */
const ACTIONS: Readonly<Record<string, readonly string[]>> = {
    AdministratorAccess: ["*"],
    AmazonEC2ContainerRegistryPullOnly: ["ecr:BatchGetImage"],
    AmazonEC2ContainerRegistryReadOnly: ["ecr:BatchGetImage"],
    AmazonEKS_CNI_Policy: ["ec2:AssignPrivateIpAddresses"],
    AmazonEKSBlockStoragePolicy: [],
    // The cluster's own log group is made with logs:CreateLogGroup of this policy.
    AmazonEKSClusterPolicy: ["ec2:DescribeSubnets", "logs:CreateLogGroup"],
    AmazonEKSComputePolicy: [],
    AmazonEKSLoadBalancingPolicy: [],
    AmazonEKSNetworkingPolicy: [],
    AmazonEKSServicePolicy: ["ec2:DescribeSubnets", "logs:CreateLogGroup"],
    AmazonEKSVPCResourceController: [],
    AmazonEKSWorkerNodeMinimalPolicy: ["eks-auth:AssumeRoleForPodIdentity"],
    AmazonEKSWorkerNodePolicy: ["ec2:DescribeInstances", "eks-auth:AssumeRoleForPodIdentity"],
    AmazonPrometheusRemoteWriteAccess: [],
    AmazonRoute53FullAccess: [],
    AmazonS3ReadOnlyAccess: [],
    AmazonSSMManagedInstanceCore: [],
    CloudWatchAgentServerPolicy: ["logs:CreateLogGroup"],
    "job-function/ViewOnlyAccess": [],
    PowerUserAccess: ["ec2:*", "ecr:*", "logs:*", "eks-auth:*"],
    ReadOnlyAccess: ["ec2:DescribeSubnets", "ec2:DescribeInstances", "ecr:BatchGetImage"],
    "service-role/AmazonEBSCSIDriverPolicy": [],
    "service-role/AmazonEBSCSIDriverPolicyV2": [],
    "service-role/AmazonEFSCSIDriverPolicy": [],
};

/**
 * What an AWS managed policy allows of the actions that matter here.
 * Source: https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html, those that an EKS
 * platform uses; a new one is added above.
 * @param arn `arn:aws:iam::aws:policy/AmazonEKSClusterPolicy`
 * @returns undefined when there is no such policy
 */
export function managedPolicyActions(arn: string): readonly string[] | undefined {
    const match = /^arn:aws[\w-]*:iam::aws:policy\/(.+)$/.exec(arn);
    return match === null || !Object.hasOwn(ACTIONS, match[1]) ? undefined : ACTIONS[match[1]];
}
