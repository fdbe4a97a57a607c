import type { Refusals } from "../../plugin/refusal";

const API = "https://docs.aws.amazon.com/eks/latest/APIReference";
const PROVIDER = "terraform-provider-aws, internal/service/eks/cluster.go";
const INVALID = "InvalidParameterException";

/** How EKS refuses calls about clusters; most of them have one code, so the rows have names of their own. */
export const clusterRefusals: Refusals = {
    ResourceInUseException: {
        sentence: "Cluster already exists with name: {name}",
        status: 409,
        source: `${API}/API_CreateCluster.html`,
    },
    "ResourceInUseException: node groups": {
        code: "ResourceInUseException",
        sentence: "Cluster has nodegroups attached",
        status: 409,
        source: `${API}/API_DeleteCluster.html`,
    },
    // The page gives the code; the words are ours.
    InvalidRequestException: {
        sentence: "Cluster {name} has deletion protection enabled. Disable deletion protection to delete it.",
        source: "https://docs.aws.amazon.com/eks/latest/userguide/deletion-protection.html",
    },
    version: {
        code: INVALID,
        sentence: "unsupported Kubernetes version {version}",
        source: "https://github.com/batteries-included/batteries-included/pull/1363",
    },
    "version step": {
        code: INVALID,
        sentence: "Unsupported Kubernetes minor version update from {from} to {to}",
        operation: "UpdateClusterVersion",
        source: "https://github.com/rancher/rancher/issues/43316",
    },
    "authentication mode step": {
        code: INVALID,
        sentence: "Unsupported authentication mode update from {from} to {to}",
        source: "https://docs.aws.amazon.com/eks/latest/userguide/setting-up-access-entries.html",
    },
    role: {
        code: INVALID,
        sentence:
            "Role with arn: {roleArn}, could not be assumed because it does not exist or the trusted entity is not correct",
        source: PROVIDER,
    },
    "role policy": {
        code: INVALID,
        sentence:
            "The provided role doesn't have the Amazon EKS Managed Policies associated with it. Please ensure the " +
            "following policy is attached: arn:aws:iam::aws:policy/AmazonEKSClusterPolicy",
        source: PROVIDER,
    },
    // The page gives the rule; the words are ours.
    "encryption key": {
        code: INVALID,
        sentence: "The keyArn in encryptionConfig provider is invalid: {keyArn}",
        source: `${API}/API_EncryptionConfig.html`,
    },
    subnet: {
        code: INVALID,
        sentence: "The subnet ID '{id}' does not exist",
        source: `${API}/API_VpcConfigRequest.html`,
    },
    zones: {
        code: INVALID,
        sentence: "Subnets specified must be in at least two different AZs",
        source: "https://docs.aws.amazon.com/eks/latest/userguide/network-reqs.html",
    },
    // The page gives the rule; the words are ours.
    "one VPC": {
        code: INVALID,
        sentence: "Subnets specified must be in the same VPC: {vpcIds}",
        source: "https://docs.aws.amazon.com/eks/latest/userguide/network-reqs.html",
    },
    "security group": {
        code: INVALID,
        sentence: "The security group '{id}' does not exist",
        source: `${API}/API_VpcConfigRequest.html`,
    },
    "security group VPC": {
        code: INVALID,
        sentence:
            "Security group(s) [{id}] are not in the same VPC as the subnets. Please specify a security group that " +
            "is in the same VPC.",
        source: `${API}/API_VpcConfigRequest.html`,
    },
    "no endpoint": {
        code: INVALID,
        sentence: "Private and public endpoint access cannot be false",
        source: "https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html",
    },
    "private ranges": {
        code: INVALID,
        sentence: "The following CIDRs are not allowed in publicAccessCidrs: [{cidr}]",
        source: "https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html",
    },
};
