import {
    DEFAULT_SECURITY_GROUP,
    EIP,
    EKS_TYPES,
    FLOW_LOG,
    INGRESS_RULE,
    INTERNET_GATEWAY,
    KMS_KEY,
    LAUNCH_TEMPLATE,
    LOG_GROUP,
    NAT_GATEWAY,
    ROLE,
    ROLE_POLICY,
    ROLE_POLICY_ATTACHMENT,
    ROUTE,
    ROUTE_TABLE,
    ROUTE_TABLE_ASSOCIATION,
    SECURITY_GROUP,
    SUBNET,
    VPC,
    VPC_ENDPOINT,
} from "../aws/types";
import type { Resource } from "./resources";

const ACCESS_ENTRY = "aws:eks/accessEntry:AccessEntry";
const NAMESPACE = "kubernetes:core/v1:Namespace";

/**
 * What a request names by an id, ARN or name that only exists once the other was made: the parameters of the type's
 * Create call in the service's API reference. What else an input's value comes from is the program's own choice.
 */
const REFERENCES: Readonly<Record<string, readonly string[]>> = {
    [SUBNET]: [VPC],
    [INTERNET_GATEWAY]: [VPC],
    [NAT_GATEWAY]: [SUBNET, EIP],
    [ROUTE_TABLE]: [VPC],
    [ROUTE]: [ROUTE_TABLE, INTERNET_GATEWAY, NAT_GATEWAY],
    [ROUTE_TABLE_ASSOCIATION]: [SUBNET, ROUTE_TABLE],
    [SECURITY_GROUP]: [VPC],
    [DEFAULT_SECURITY_GROUP]: [VPC],
    [INGRESS_RULE]: [SECURITY_GROUP, EKS_TYPES.cluster],
    [FLOW_LOG]: [VPC, SUBNET, ROLE, LOG_GROUP],
    [VPC_ENDPOINT]: [VPC, SUBNET, SECURITY_GROUP, ROUTE_TABLE],
    [LAUNCH_TEMPLATE]: [SECURITY_GROUP],
    [LOG_GROUP]: [KMS_KEY],
    [ROLE_POLICY]: [ROLE, KMS_KEY, LOG_GROUP],
    [ROLE_POLICY_ATTACHMENT]: [ROLE],
    "aws:kms/alias:Alias": [KMS_KEY],
    [EKS_TYPES.cluster]: [SUBNET, SECURITY_GROUP, ROLE, KMS_KEY],
    [EKS_TYPES.nodeGroup]: [EKS_TYPES.cluster, SUBNET, ROLE, LAUNCH_TEMPLATE],
    "aws:eks/addon:Addon": [EKS_TYPES.cluster, ROLE],
    [ACCESS_ENTRY]: [EKS_TYPES.cluster],
    "aws:eks/accessPolicyAssociation:AccessPolicyAssociation": [EKS_TYPES.cluster, ACCESS_ENTRY],
    "aws:eks/podIdentityAssociation:PodIdentityAssociation": [EKS_TYPES.cluster, ROLE],
    // Its kubeconfig names the cluster's server and certificate.
    "pulumi:providers:kubernetes": [EKS_TYPES.cluster],
    "kubernetes:helm.sh/v3:Release": [NAMESPACE],
};

/** Whether the table says what a type names; of others every source of an input is taken for a reference. */
export function isListed(type: string): boolean {
    return type in REFERENCES;
}

/** What a resource names, by URN; objects of a cluster name it through their provider. */
export function referencesOf(resource: Resource, byUrn: ReadonlyMap<string, Resource>): string[] {
    const { type, inputSources, provider } = resource;
    const named = inputSources.filter((urn) => {
        const source = byUrn.get(urn);
        return source?.custom === true && (!isListed(type) || REFERENCES[type].includes(source.type));
    });
    return type.startsWith("kubernetes:") && provider !== undefined ? [...named, provider] : named;
}
