import type { Refusals } from "../../plugin/refusal";
import { CLUSTER_NOT_FOUND } from "./cluster-lookup";

const CREATE = "https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateNodegroup.html";
const UPDATE = "https://docs.aws.amazon.com/eks/latest/APIReference/API_UpdateNodegroupVersion.html";
const TEMPLATES = "https://docs.aws.amazon.com/eks/latest/userguide/launch-templates.html";
const TROUBLE = "https://docs.aws.amazon.com/eks/latest/userguide/troubleshooting.html";
const EC2_ERRORS = "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html";
const INVALID = "InvalidParameterException";

/** How EKS refuses calls about node groups, and how the provider's wait for one ends badly. */
export const nodeGroupRefusals: Refusals = {
    ResourceNotFoundException: CLUSTER_NOT_FOUND,
    ResourceInUseException: {
        sentence: "NodeGroup already exists with name {name} and cluster name {clusterName}",
        status: 409,
        source: CREATE,
    },
    // The page gives the rule; the words are ours.
    "cluster state": {
        code: "InvalidRequestException",
        sentence: "Cluster '{name}' is not in ACTIVE status",
        source: CREATE,
    },
    role: { code: INVALID, sentence: "The role with name {name} cannot be found.", source: CREATE },
    "role trust": {
        code: INVALID,
        sentence:
            "Following required service principals [ec2.amazonaws.com] were not found in the trust relationships of " +
            "nodeRole {roleArn}",
        source: "https://docs.aws.amazon.com/eks/latest/userguide/create-node-role.html",
    },
    subnet: { code: INVALID, sentence: "The subnet ID '{id}' does not exist", source: CREATE },
    // The page gives the rule; the words are ours.
    "subnet VPC": {
        code: INVALID,
        sentence: "Subnet {id} is not in the VPC of the cluster, {vpcId}",
        source: "https://docs.aws.amazon.com/eks/latest/userguide/create-managed-node-group.html",
    },
    "launch template": {
        code: INVALID,
        sentence: "The specified launch template, with template ID {id}, does not exist.",
        source: EC2_ERRORS,
    },
    "launch template version": {
        code: INVALID,
        sentence: "Could not find the specified version {version} for the launch template with ID {id}.",
        source: EC2_ERRORS,
    },
    label: {
        code: INVALID,
        sentence: "Label cannot contain reserved prefixes [kubernetes.io/, k8s.io/, eks.amazonaws.com/]",
        source: "https://github.com/eksctl-io/eksctl/issues/4007",
    },
    "disk size": {
        code: INVALID,
        sentence: "Disk size must be specified within the launch template.",
        source: TEMPLATES,
    },
    "remote access": {
        code: INVALID,
        sentence: "Remote access configuration cannot be specified with a launch template.",
        source: TEMPLATES,
    },
    "instance types twice": {
        code: "InvalidRequestException",
        sentence: "Cannot specify instance types in launch template and API request",
        source: "https://github.com/terraform-aws-modules/terraform-aws-eks/issues/1386",
    },
    "image twice": {
        code: INVALID,
        sentence:
            "You cannot specify an AMI Type other than CUSTOM, when specifying an image id in your launch template.",
        source: TEMPLATES,
    },
    "version of an own image": {
        code: INVALID,
        sentence: "You cannot specify the field kubernetesVersion when using custom AMIs.",
        source: TEMPLATES,
    },
    architecture: {
        code: INVALID,
        sentence: "[{instanceType}] is not a valid instance type for requested amiType {amiType}",
        source: CREATE,
    },
    image: {
        code: INVALID,
        sentence: "AMI Type {amiType} is only supported for kubernetes versions 1.32 or earlier",
        source: "https://docs.aws.amazon.com/eks/latest/userguide/eks-ami-deprecation-faqs.html",
    },
    "too few": {
        code: INVALID,
        sentence: "Minimum capacity {min} can't be greater than desired size {desired}",
        source: "https://docs.aws.amazon.com/eks/latest/APIReference/API_NodegroupScalingConfig.html",
    },
    "too many": {
        code: INVALID,
        sentence: "desired capacity {desired} can't be greater than max size {max}",
        source: "https://docs.aws.amazon.com/eks/latest/APIReference/API_NodegroupScalingConfig.html",
    },
    // The pages give the rules; the words of these two are ours.
    "newer than the cluster": {
        code: INVALID,
        sentence: "Nodegroup Kubernetes version {version} is newer than the cluster's, {clusterVersion}",
        source: UPDATE,
    },
    "version down": {
        code: INVALID,
        sentence: "Nodegroup Kubernetes version {version} is older than the current one, {current}",
        source: UPDATE,
    },
    "NodeCreationFailure: join": {
        sentence:
            "waiting for EKS Node Group ({id}) create: unexpected state 'CREATE_FAILED', wanted target 'ACTIVE'. " +
            "last error: {instance}: NodeCreationFailure: Instances failed to join the kubernetes cluster",
        fromProvider: true,
        source: TROUBLE,
    },
    "NodeCreationFailure: unhealthy": {
        sentence:
            "waiting for EKS Node Group ({id}) create: unexpected state 'CREATE_FAILED', wanted target 'ACTIVE'. " +
            "last error: {instance}: NodeCreationFailure: Unhealthy nodes in the kubernetes cluster",
        fromProvider: true,
        source: TROUBLE,
    },
};
