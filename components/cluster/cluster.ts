import type * as aws from "@pulumi/aws";
import { Cluster as EksCluster } from "@pulumi/eks/cluster";
import { AuthenticationMode } from "@pulumi/eks/types/enums";
import * as pulumi from "@pulumi/pulumi";
import { SERVICE_RANGE } from "../../config";
import { PlatformComponent } from "../platform-component";
import { ClusterAccess, type AccessEntryArgs } from "./access";
import { Addons, BEFORE_NODES, ON_NODES, type AddonVersions } from "./addons";
import type { ClusterConnection } from "./connection";
import { EndpointAccess } from "./endpoint-access";
import { kubeconfig } from "./kubeconfig";
import { ControlPlaneLogs } from "./logs";
import { NodeGroup, NodeRole, type NodeGroupShape } from "./node-group";
import { ControlPlaneRole } from "./role";
import { SecretsKey } from "./secrets-key";
import { withClusterIdentifier, withoutCreatorAdmin } from "./transforms";
import { checkedVersion } from "./version";

export interface ClusterArgs {
    /** The cluster's name in AWS, `core-platform-dvlp`. It can't be changed later. */
    physicalName: string;
    region: string;
    accountId: string;
    /** Kubernetes minor version, `1.34`; never more than one above what the cluster runs. */
    version: string;
    /** Counts up when the cluster really is another one: everything on it is then made anew. Default: 1. */
    generation: number;
    vpcId: pulumi.Input<string>;
    /** Where the nodes live: private subnets in two zones or more, with their way out. */
    subnetIds: pulumi.Input<pulumi.Input<string>[]>;
    /** Where the control plane's interfaces live, which need no way out. Default: `subnetIds`. */
    controlPlaneSubnetIds?: pulumi.Input<pulumi.Input<string>[]>;
    endpoint: {
        /** Reachable from inside the VPC. */
        private: boolean;
        /** Who may use it besides nodes and pods, `["10.8.0.0/16"]`. */
        privateAccessCidrs: readonly string[];
        /** Reachable from the internet, for `publicAccessCidrs` alone. */
        public: boolean;
        publicAccessCidrs: readonly string[];
    };
    /** Control plane logs, `["api", "audit"]`. */
    logTypes: readonly string[];
    /** Days; one of the values that CloudWatch knows. */
    logRetentionDays: number;
    /** The role that deploys this stack: it alone is cluster admin by code, whoever runs the first `up`. */
    deployerRoleArn: string;
    /** Who else gets in, by name. */
    access: Readonly<Record<string, AccessEntryArgs>>;
    /** Exact versions. */
    addons: AddonVersions;
    nodeGroups: Readonly<Record<string, NodeGroupShape>>;
    /** Tags for what provider default tags do not reach: instances and volumes. */
    tags: Readonly<Record<string, string>>;
    /** Pulumi's protect and EKS's deletion protection. */
    protect: boolean;
    permissionsBoundaryArn?: string;
}

/**
 * An EKS cluster whose access, keys, logs, add-ons and nodes are all in code.
 *
 * Order, forced by dependencies: role, key and log group; control plane; access entries and the private
 * endpoint's rules beside the add-ons that nodes need; nodes; the add-ons that need nodes; then whatever waits for `ready`.
 * A destroy goes the same way back.
 */
export class Cluster extends PlatformComponent implements ClusterConnection {
    readonly clusterName: pulumi.Output<string>;
    readonly version: pulumi.Output<string>;
    readonly endpoint: pulumi.Output<string>;
    /** For people and programs that assume the deployer's role; holds no token. */
    readonly kubeconfig: pulumi.Output<string>;
    /** Known at preview: neither a new endpoint nor a new certificate replaces what runs on the cluster. */
    readonly identifier: string;
    /** Whatever goes to the cluster waits for these: access, nodes and add-ons. */
    readonly ready: readonly pulumi.Resource[];

    constructor(name: string, args: ClusterArgs, opts?: pulumi.ComponentResourceOptions) {
        super("cluster", name, opts);

        const controlPlane = this.createControlPlane(args);
        const clusterName = controlPlane.name;
        const access = new ClusterAccess(
            `${name}-access`,
            { ...args, clusterName, entries: args.access },
            { parent: this },
        );
        const endpointAccess = new EndpointAccess(
            `${name}-endpoint-access`,
            {
                clusterSecurityGroupId: controlPlane.vpcConfig.clusterSecurityGroupId,
                cidrs: args.endpoint.privateAccessCidrs,
            },
            { parent: this },
        );
        const versions = { ...args, clusterName, versions: args.addons };
        const addons = new Addons(`${name}-addons`, { ...versions, addons: BEFORE_NODES }, { parent: this });
        const nodes = this.createNodeGroups(args, controlPlane, addons.ready);
        const onNodes = new Addons(
            `${name}-node-addons`,
            { ...versions, addons: ON_NODES, after: nodes },
            { parent: this },
        );

        this.clusterName = clusterName;
        this.version = controlPlane.version;
        this.endpoint = controlPlane.endpoint;
        this.kubeconfig = kubeconfig({ ...args, clusterName, controlPlane });
        this.identifier = identifierOf(args);
        // The deployer's association needs time to spread; the nodes behind it take minutes longer.
        this.ready = [...access.deployer, ...endpointAccess.rules, ...nodes, ...onNodes.ready];

        this.registerOutputs({
            clusterName: this.clusterName,
            version: this.version,
            endpoint: this.endpoint,
            kubeconfig: this.kubeconfig,
        });
    }

    private createControlPlane(args: ClusterArgs): pulumi.Output<aws.eks.Cluster> {
        const role = new ControlPlaneRole(`${this.name}-role`, args, { parent: this });
        const key = new SecretsKey(
            `${this.name}-secrets`,
            { ...args, clusterRoleArn: role.arn },
            { parent: this },
        );
        const logs = new ControlPlaneLogs(`${this.name}-logs`, args, { parent: this });
        const { publicAccessCidrs } = args.endpoint;
        const component = new EksCluster(
            this.name + "-eks",
            {
                name: args.physicalName,
                version: checkedVersion(args.physicalName, args.version, this),
                serviceRole: role.role,
                // Left out, @pulumi/eks would look for the account's default VPC, even with subnets given.
                vpcId: args.vpcId,
                subnetIds: args.controlPlaneSubnetIds ?? args.subnetIds,
                endpointPrivateAccess: args.endpoint.private,
                endpointPublicAccess: args.endpoint.public,
                publicAccessCidrs: args.endpoint.public ? [...publicAccessCidrs] : undefined,
                // Said, not left to EKS: its own choice depends on the VPC's range, and can't be changed later.
                kubernetesServiceIpAddressRange: SERVICE_RANGE,
                encryptionConfigKeyArn: key.arn,
                enabledClusterLogTypes: [...args.logTypes],
                authenticationMode: AuthenticationMode.Api,
                deletionProtection: args.protect,
                // The component's own nodes, groups, roles and add-ons ("most recent") are made here instead.
                skipDefaultNodeGroup: true,
                skipDefaultSecurityGroups: true,
                createInstanceRole: false,
                useDefaultVpcCni: true,
                kubeProxyAddonOptions: { enabled: false },
                corednsAddonOptions: { enabled: false },
                bootstrapSelfManagedAddons: false,
                createOidcProvider: false,
            },
            {
                parent: this,
                protect: args.protect,
                dependsOn: [...role.ready, logs],
                transforms: [withoutCreatorAdmin, withClusterIdentifier(identifierOf(args))],
            },
        );
        return component.eksCluster;
    }

    private createNodeGroups(
        args: ClusterArgs,
        controlPlane: pulumi.Output<aws.eks.Cluster>,
        beforeNodes: pulumi.Resource[],
    ): NodeGroup[] {
        const role = new NodeRole(`${this.name}-node-role`, args, { parent: this });
        return Object.entries(args.nodeGroups).map(
            ([group, shape]) =>
                new NodeGroup(
                    `${this.name}-${group}`,
                    {
                        clusterName: controlPlane.name,
                        // Of the control plane, not of the configuration: nodes are never newer than it is.
                        version: controlPlane.version,
                        roleArn: role.arn,
                        subnetIds: args.subnetIds,
                        shape,
                        after: [...role.ready, ...beforeNodes],
                        tags: { ...args.tags, Name: `${args.physicalName}-${group}` },
                    },
                    { parent: this },
                ),
        );
    }
}

function identifierOf({ physicalName, generation }: ClusterArgs): string {
    return `${physicalName}-${generation}`;
}
