import {
    EKS_TYPES,
    INTERNET_GATEWAY,
    LOG_GROUP,
    NAT_GATEWAY,
    ROLE,
    ROLE_POLICY,
    ROLE_POLICY_ATTACHMENT,
    ROUTE,
    ROUTE_TABLE_ASSOCIATION,
    SUBNET,
    VPC,
} from "../aws/types";
import type { Resource } from "./resources";

/** Which resources of a type are meant: those with an input, or with one of these values in it. */
interface Condition {
    property: string;
    oneOf?: readonly string[];
    startsWith?: string;
}

/** Something that has to be there before AWS, or the cluster, can make a resource that does not name it. */
export interface Precondition {
    type: string;
    when?: Condition;
    needs: string;
    having?: Condition;
    /** Only those that name the same resource of this type, be it through others; left out: all of the stack. */
    sharing?: string;
    because: string;
    source: string;
}

const ADDON = "aws:eks/addon:Addon";
const POD_IDENTITY = "aws:eks/podIdentityAssociation:PodIdentityAssociation";
const ACCESS = "aws:eks/accessPolicyAssociation:AccessPolicyAssociation";
const RELEASE = "kubernetes:helm.sh/v3:Release";

const USER_GUIDE = "https://docs.aws.amazon.com/eks/latest/userguide";

export const PRECONDITIONS: readonly Precondition[] = [
    {
        type: NAT_GATEWAY,
        needs: INTERNET_GATEWAY,
        sharing: VPC,
        because: "fails with Gateway.NotAttached without an internet gateway in its network",
        source: "https://github.com/giantswarm/aws-operator/pull/1234",
    },
    ...[ROLE_POLICY, ROLE_POLICY_ATTACHMENT].map((needs) => ({
        type: EKS_TYPES.cluster,
        needs,
        sharing: ROLE,
        because: "EKS makes network interfaces and uses the key by the role's policies",
        source: `${USER_GUIDE}/cluster-iam-role.html`,
    })),
    {
        type: EKS_TYPES.cluster,
        needs: LOG_GROUP,
        having: { property: "name", startsWith: "/aws/eks/" },
        because: "EKS makes the log group itself, without retention, where there is none",
        source: `${USER_GUIDE}/control-plane-logs.html`,
    },
    {
        type: EKS_TYPES.nodeGroup,
        needs: ROLE_POLICY_ATTACHMENT,
        sharing: ROLE,
        because: "nodes join and pull images by the role's policies",
        source: `${USER_GUIDE}/create-node-role.html`,
    },
    {
        type: EKS_TYPES.nodeGroup,
        needs: ADDON,
        having: { property: "addonName", oneOf: ["vpc-cni", "kube-proxy", "eks-pod-identity-agent"] },
        sharing: EKS_TYPES.cluster,
        because: "nodes become ready by these; without them creation fails as unhealthy",
        source: "https://github.com/pulumi/pulumi-eks/issues/1819",
    },
    {
        type: EKS_TYPES.nodeGroup,
        needs: POD_IDENTITY,
        having: { property: "serviceAccount", oneOf: ["aws-node"] },
        sharing: EKS_TYPES.cluster,
        because: "the CNI gets addresses for pods by its own role",
        source: `${USER_GUIDE}/cni-iam-role.html`,
    },
    {
        type: EKS_TYPES.nodeGroup,
        needs: ROUTE,
        having: { property: "natGatewayId" },
        sharing: VPC,
        because: "nodes in private subnets pull images and reach EKS through the NAT gateway",
        source: `${USER_GUIDE}/managed-node-groups.html`,
    },
    {
        type: EKS_TYPES.nodeGroup,
        needs: ROUTE_TABLE_ASSOCIATION,
        sharing: SUBNET,
        because: "the routes hold for a subnet once its table is associated",
        source: `${USER_GUIDE}/managed-node-groups.html`,
    },
    {
        type: ADDON,
        when: { property: "addonName", oneOf: ["coredns", "aws-ebs-csi-driver", "metrics-server"] },
        needs: EKS_TYPES.nodeGroup,
        sharing: EKS_TYPES.cluster,
        because: "its pods need a node; until then it is DEGRADED and creation fails",
        source: "https://github.com/pulumi/pulumi-eks/issues/1819",
    },
    ...["kubernetes:core/v1:Namespace", RELEASE].map((type) => ({
        type,
        needs: ACCESS,
        sharing: EKS_TYPES.cluster,
        because: "the API server knows nobody but those with an access entry and policy",
        source: `${USER_GUIDE}/access-entries.html`,
    })),
    {
        type: RELEASE,
        needs: EKS_TYPES.nodeGroup,
        sharing: EKS_TYPES.cluster,
        because: "Helm waits until the chart's pods are ready, and they need a node",
        source: "https://helm.sh/docs/intro/using_helm/",
    },
];

/** Whether a resource meets a condition. */
export function meets({ inputs }: Resource, condition: Condition | undefined): boolean {
    if (condition === undefined) return true;
    const value = inputs[condition.property];
    if (value === undefined) return false;
    if (condition.oneOf !== undefined) return condition.oneOf.includes(String(value));
    return condition.startsWith === undefined || String(value).startsWith(condition.startsWith);
}
