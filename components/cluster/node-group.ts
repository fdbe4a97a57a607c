import * as ec2 from "@pulumi/aws/ec2";
import * as eks from "@pulumi/aws/eks";
import * as iam from "@pulumi/aws/iam";
import * as pulumi from "@pulumi/pulumi";
import { PlatformComponent } from "../platform-component";
import { trustService } from "../policy-document";

export interface NodeRoleArgs {
    permissionsBoundaryArn?: string;
}

/** The role of every node. The right to manage network interfaces is the CNI's alone, by its own identity. */
export class NodeRole extends PlatformComponent {
    readonly arn: pulumi.Output<string>;
    /** What nodes wait for: without these policies they do not join. */
    readonly ready: pulumi.Resource[];

    constructor(name: string, args: NodeRoleArgs, opts?: pulumi.ComponentResourceOptions) {
        super("cluster", name, opts);

        const role = new iam.Role(
            `${name}-role`,
            {
                description: "Lets nodes join the cluster and pull images",
                assumeRolePolicy: trustService("ec2.amazonaws.com"),
                permissionsBoundary: args.permissionsBoundaryArn,
            },
            { parent: this },
        );
        // Source: https://docs.aws.amazon.com/eks/latest/userguide/create-node-role.html
        this.ready = ["AmazonEKSWorkerNodePolicy", "AmazonEC2ContainerRegistryPullOnly"].map(
            (policy) =>
                new iam.RolePolicyAttachment(
                    `${name}-${policy}`,
                    { role: role.name, policyArn: `arn:aws:iam::aws:policy/${policy}` },
                    { parent: this },
                ),
        );

        this.arn = role.arn;
        this.registerOutputs({ arn: this.arn });
    }
}

/** What the nodes of a group are. */
export interface NodeGroupShape {
    /** `["m7g.large"]`; several only help with spot capacity. */
    instanceTypes: readonly string[];
    /** The image's kind in EKS's words, `AL2023_ARM_64_STANDARD`. */
    amiType: string;
    capacityType: "ON_DEMAND" | "SPOT";
    minSize: number;
    maxSize: number;
    /** At the start; afterwards the autoscaler's business. */
    desiredSize: number;
    /** Size of the volume that holds images and pods, GiB. */
    diskSizeGiB: number;
    /** Kubernetes labels of the nodes. */
    labels: Readonly<Record<string, string>>;
    taints: readonly { key: string; value: string; effect: string }[];
}

export interface NodeGroupArgs {
    clusterName: pulumi.Input<string>;
    version: pulumi.Input<string>;
    roleArn: pulumi.Input<string>;
    subnetIds: pulumi.Input<pulumi.Input<string>[]>;
    shape: NodeGroupShape;
    /** What has to be there before the first node: its role's policies, and the add-ons that make it ready. */
    after: readonly pulumi.Resource[];
    /** For instances, volumes and interfaces: default tags of the provider do not reach them. */
    tags: Readonly<Record<string, string>>;
}

/** A managed node group on a launch template of its own. */
export class NodeGroup extends PlatformComponent {
    constructor(name: string, args: NodeGroupArgs, opts?: pulumi.ComponentResourceOptions) {
        super("cluster", name, opts);

        const { shape } = args;
        const template = new ec2.LaunchTemplate(`${name}-template`, launchTemplate(args), {
            parent: this,
        });
        new eks.NodeGroup(
            `${name}-nodes`,
            {
                clusterName: args.clusterName,
                version: args.version,
                nodeRoleArn: args.roleArn,
                subnetIds: args.subnetIds,
                amiType: shape.amiType,
                capacityType: shape.capacityType,
                instanceTypes: [...shape.instanceTypes],
                // By number: what a preview shows is what the nodes get.
                launchTemplate: { id: template.id, version: template.latestVersion.apply(String) },
                scalingConfig: {
                    minSize: shape.minSize,
                    maxSize: shape.maxSize,
                    desiredSize: shape.desiredSize,
                },
                updateConfig: { maxUnavailablePercentage: 33 },
                labels: { ...shape.labels },
                taints: shape.taints.map((taint) => ({ ...taint })),
            },
            {
                parent: this,
                dependsOn: [...args.after],
                // The autoscaler moves it: an `up` must not move it back.
                ignoreChanges: ["scalingConfig.desiredSize"],
            },
        );

        this.registerOutputs({});
    }
}

/** Which device holds images and pods: Bottlerocket keeps its system apart. */
function dataDevice(amiType: string): string {
    return amiType.startsWith("BOTTLEROCKET") ? "/dev/xvdb" : "/dev/xvda";
}

function launchTemplate({ shape, tags }: NodeGroupArgs): ec2.LaunchTemplateArgs {
    return {
        blockDeviceMappings: [
            {
                deviceName: dataDevice(shape.amiType),
                ebs: {
                    volumeSize: shape.diskSizeGiB,
                    volumeType: "gp3",
                    encrypted: "true",
                    deleteOnTermination: "true",
                },
            },
        ],
        metadataOptions: {
            httpEndpoint: "enabled",
            // IMDSv2 alone; one hop: pods have identities of their own and no business with the node's.
            httpTokens: "required",
            httpPutResponseHopLimit: 1,
        },
        tagSpecifications: ["instance", "volume", "network-interface"].map((resourceType) => ({
            resourceType,
            tags: { ...tags },
        })),
        updateDefaultVersion: true,
    };
}
