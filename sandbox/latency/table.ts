import type { Properties } from "../cloud/values";

/**
 * Seconds that a call takes until the provider says that it is done, and where they come from:
 * `AWS: ` a statement of AWS, `log: ` what somebody's run took on AWS, `estimate: ` neither, with the reason.
 */
export type Timing = readonly [seconds: number, source: string];

/** How long creating, changing and deleting a resource of one type takes. */
export interface Row {
    /** Pulumi's type token. */
    type: string;
    /** Narrows the row to resources with this input; such rows stand before the general one of their type. */
    when?: { property: string; is: unknown };
    create: Timing;
    update: Timing;
    delete: Timing;
}

// Whole runs on AWS; each says in its row what it took.
// EKS 1.36 in ap-south-1 from nothing and away again, October 2026.
const EKS_RUN =
    "log: https://github.com/Saptak-cyber/DevOps_Assignments/blob/main/final-devops-project/README.md";
const VPC_RUN = "log: https://github.com/DevopsArtFactory/terraform-provisioning/pull/4";
const DESTROY_RUN = "log: https://github.com/agones-dev/agones/pull/1790";
const BALANCER_RUN = "log: https://github.com/ltblueberry/tech-assignment-15112023/blob/main/README.md";

/** One call that is answered when it is done, as measured for role policy attachments: 0.7 to 1 s. */
export const API_CALL: Timing = [
    1,
    "log: https://github.com/pulumi/pulumi-eks/issues/1819: role policy attachments take 0.71 to 1 s",
];

const QUICK: Pick<Row, "create" | "update" | "delete"> = {
    create: API_CALL,
    update: API_CALL,
    delete: API_CALL,
};

/** Types whose calls are answered when they are done: nothing is waited for. */
export const API_CALLS: readonly string[] = [
    "aws:autoscaling/policy:Policy",
    "aws:cloudwatch/logGroup:LogGroup",
    "aws:cloudwatch/metricAlarm:MetricAlarm",
    "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup",
    "aws:ec2/flowLog:FlowLog",
    "aws:ec2/launchTemplate:LaunchTemplate",
    "aws:ec2/route:Route",
    "aws:ec2/routeTable:RouteTable",
    "aws:eks/accessEntry:AccessEntry",
    "aws:eks/accessPolicyAssociation:AccessPolicyAssociation",
    "aws:eks/podIdentityAssociation:PodIdentityAssociation",
    "aws:iam/instanceProfile:InstanceProfile",
    "aws:iam/policy:Policy",
    "aws:iam/role:Role",
    "aws:iam/rolePolicy:RolePolicy",
    "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
    "aws:imagebuilder/component:Component",
    "aws:imagebuilder/distributionConfiguration:DistributionConfiguration",
    "aws:imagebuilder/imagePipeline:ImagePipeline",
    "aws:imagebuilder/imageRecipe:ImageRecipe",
    "aws:imagebuilder/infrastructureConfiguration:InfrastructureConfiguration",
    "aws:kms/alias:Alias",
    "aws:lb/listener:Listener",
    "aws:lb/listenerRule:ListenerRule",
    "aws:lb/targetGroup:TargetGroup",
    "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
    "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
];

const ADDON: Pick<Row, "update" | "delete"> = {
    update: [
        30,
        "estimate: the pods are rolled over, hardly faster than they were first started (24 to 46 s)",
    ],
    delete: [9, `${EKS_RUN}: aws-ebs-csi-driver 9 s`],
};

/**
 * What takes longer than a call, by type. EKS's times spread: control planes of 6m42s to 10m8s, node groups of 1m28s
 * to 2m10s and NAT gateways of 1m25s to 2m5s were seen in runs of 2023 to 2026.
 */
export const ROWS: readonly Row[] = [
    {
        type: "aws:ec2/vpc:Vpc",
        create: [21, `${VPC_RUN}: 21 s, with DNS host names; 6 to 24 s elsewhere`],
        update: API_CALL,
        delete: [1, `${EKS_RUN}: 0 s`],
    },
    {
        type: "aws:ec2/subnet:Subnet",
        when: { property: "mapPublicIpOnLaunch", is: true },
        create: [
            10,
            "log: https://github.com/terraform-aws-modules/terraform-aws-eks/issues/2203: public subnets 10 s",
        ],
        update: [10, "estimate: the provider waits for the attribute as after creation"],
        delete: [2, `${DESTROY_RUN}: 2 s`],
    },
    {
        type: "aws:ec2/subnet:Subnet",
        create: API_CALL,
        update: API_CALL,
        delete: [2, `${DESTROY_RUN}: 2 s`],
    },
    {
        type: "aws:ec2/internetGateway:InternetGateway",
        create: [1, `${VPC_RUN}: 1 s, attached`],
        update: API_CALL,
        delete: [10, "estimate: detaching is polled; it waits for mapped addresses, which are gone by then"],
    },
    {
        type: "aws:ec2/eip:Eip",
        create: [1, `${VPC_RUN}: 0 s`],
        update: API_CALL,
        delete: [9, `${EKS_RUN}: 9 s`],
    },
    {
        type: "aws:ec2/natGateway:NatGateway",
        create: [94, `${EKS_RUN}: 1m34s`],
        update: API_CALL,
        delete: [79, `${EKS_RUN}: 1m19s`],
    },
    {
        type: "aws:ec2/routeTableAssociation:RouteTableAssociation",
        create: [
            1,
            "log: https://github.com/terraform-aws-modules/terraform-aws-eks/issues/2203: associations take 1 s",
        ],
        update: API_CALL,
        delete: [6, "log: https://github.com/terraform-aws-modules/terraform-aws-eks/issues/285: 6 s"],
    },
    {
        type: "aws:ec2/securityGroup:SecurityGroup",
        create: [
            2,
            "log: https://github.com/DevopsArtFactory/terraform-provisioning/pull/45: the cluster's group 2 s",
        ],
        update: API_CALL,
        delete: [2, `${DESTROY_RUN}: 2 s`],
    },
    {
        type: "aws:ec2/vpcEndpoint:VpcEndpoint",
        when: { property: "vpcEndpointType", is: "Interface" },
        create: [
            60,
            "estimate: no log was found; the provider's whole test of one took 70 s with its VPC and deletion " +
                "(https://github.com/hashicorp/terraform-provider-aws/pull/46800), with no subnets in it",
        ],
        update: [30, "estimate: as deletion"],
        delete: [30, "estimate: network interfaces go, the provider polls; no log was found"],
    },
    {
        type: "aws:ec2/vpcEndpoint:VpcEndpoint",
        create: [
            6,
            "estimate: available at once; the provider looks first after 5 s (waitVPCEndpointAvailable)",
        ],
        update: [6, "estimate: as creation"],
        delete: [6, "estimate: as creation"],
    },
    {
        type: "aws:kms/key:Key",
        create: [
            15,
            "estimate: answered at once; the provider waits until rotation, policy and tags show everywhere",
        ],
        update: [15, "estimate: as creation"],
        delete: API_CALL,
    },
    {
        type: "aws:eks/cluster:Cluster",
        create: [
            540,
            "AWS: https://aws.amazon.com/about-aws/whats-new/2021/03/amazon-eks-reduces-cluster-creation-time-40-percent/:" +
                " 9 minutes or less, on average; runs of 2024 and 2026 took 8m33s, 9m22s and 10m6s",
        ],
        update: [
            471,
            "log: https://github.com/hashicorp/terraform-provider-aws/pull/40371:" +
                " a test that changes the endpoint took 1172 s, the same without 701 s",
        ],
        delete: [151, `${EKS_RUN}: 2m31s`],
    },
    {
        type: "aws:eks/nodeGroup:NodeGroup",
        create: [130, `${EKS_RUN}: 2m10s for two nodes`],
        update: [
            300,
            "estimate: new nodes start (130 s), then old ones are drained; grows with their number",
        ],
        delete: [501, `${EKS_RUN}: 8m21s`],
    },
    {
        type: "aws:eks/addon:Addon",
        when: { property: "addonName", is: "coredns" },
        create: [14, `${EKS_RUN}: 14 s with nodes ready`],
        ...ADDON,
    },
    {
        type: "aws:eks/addon:Addon",
        when: { property: "addonName", is: "aws-ebs-csi-driver" },
        create: [46, `${EKS_RUN}: 46 s with nodes ready`],
        ...ADDON,
    },
    {
        type: "aws:eks/addon:Addon",
        create: [24, `${EKS_RUN}: vpc-cni and eks-pod-identity-agent without nodes, kube-proxy: 24 s`],
        ...ADDON,
    },
    {
        type: "aws:lb/loadBalancer:LoadBalancer",
        create: [172, `${BALANCER_RUN}: 2m52s`],
        update: [10, "estimate: attributes are answered at once, the provider polls the state"],
        delete: [15, "estimate: answered at once; the provider waits for its network interfaces"],
    },
    {
        type: "aws:autoscaling/group:Group",
        create: [47, `${BALANCER_RUN}: 47 s until its instances are healthy`],
        update: API_CALL,
        delete: [180, "estimate: instances are terminated first, minutes"],
    },
    {
        type: "aws:acm/certificate:Certificate",
        create: [
            11,
            "log: https://github.com/hashicorp/terraform/issues/33507: 11 s until validation options are there",
        ],
        update: API_CALL,
        delete: API_CALL,
    },
    {
        type: "aws:acm/certificateValidation:CertificateValidation",
        create: [
            300,
            "estimate: minutes after the record is there; AWS says up to several hours" +
                " (https://aws.amazon.com/premiumsupport/knowledge-center/acm-certificate-pending-validation/)",
        ],
        update: [300, "estimate: as creation"],
        delete: [0, "estimate: nothing is called, it stands for the wait alone"],
    },
    {
        type: "aws:route53/zone:Zone",
        create: [40, "estimate: its records spread like any others, within 60 s"],
        update: API_CALL,
        delete: [40, "estimate: as creation"],
    },
    {
        type: "aws:route53/record:Record",
        create: [
            37,
            "log: https://github.com/hashicorp/terraform-provider-aws/pull/11300: 37 s; AWS says within 60 s",
        ],
        update: [
            60,
            "AWS: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-editing.html:" +
                " changes generally propagate to all name servers within 60 seconds",
        ],
        delete: [37, "estimate: as creation"],
    },
    {
        type: "aws:imagebuilder/image:Image",
        create: [
            1500,
            "estimate: two instances start, build and test, and a snapshot is taken; half of the provider's hour",
        ],
        update: API_CALL,
        delete: API_CALL,
    },
    {
        type: "kubernetes:core/v1:Namespace",
        create: API_CALL,
        update: API_CALL,
        delete: [6, "estimate: the namespace controller removes contents first"],
    },
    {
        type: "kubernetes:helm.sh/v3:Release",
        create: [45, `${EKS_RUN}: metrics-server, as an add-on, ready after 45 s`],
        update: [45, "estimate: as creation, the pods are rolled over"],
        delete: [10, "estimate: objects are deleted, pods not waited for"],
    },
    ...API_CALLS.map((type) => ({ type, ...QUICK })),
];

/** The row of a resource: the first one of its type whose condition its inputs meet. */
export function rowOf(type: string, inputs: Properties): Row | undefined {
    return ROWS.find((row) => row.type === type && (!row.when || inputs[row.when.property] === row.when.is));
}
