import * as pulumi from "@pulumi/pulumi";
import { Cluster as ControlPlane } from "@pulumi/aws/eks/cluster";
import type { Role } from "@pulumi/aws/iam/role";
import { getPartitionOutput } from "@pulumi/aws/getPartition";
import { Provider as KubernetesProvider } from "@pulumi/kubernetes/provider";
import { createAccessEntries } from "./access-entries";
import { controlPlaneArgs, encryptionConfig } from "./control-plane";
import { kubeconfig } from "./kubeconfig";
import { clusterNetwork } from "./network";
import { clusterOptions, type ClusterOptions } from "./options";
import { ServiceRole } from "./service-role";

/**
 * The stand-in for `eks:index:Cluster`: the children of version 4.3.0, by the same types, names, parents, options
 * and inputs. It neither looks for the aws command line nor waits for the API server's health page.
 * Source: pulumi-eks v4.3.0, nodejs/eks/cluster/cluster.ts, createCore and createCluster.
 */
export class Cluster extends pulumi.ComponentResource {
    /** What the engine hands to the program, by the names of the SDK's outputs. */
    readonly state: pulumi.Inputs;

    constructor(name: string, inputs: pulumi.Inputs, opts: pulumi.ComponentResourceOptions) {
        super("eks:index:Cluster", name, inputs, opts);
        const args = clusterOptions(inputs);

        const { partition } = getPartitionOutput({}, { parent: this });
        const network = clusterNetwork(args, this);
        const made = args.serviceRole === undefined ? this.createRole(name, args, partition) : undefined;
        const controlPlane = new ControlPlane(
            `${name}-eksCluster`,
            controlPlaneArgs(name, args, made?.role.arn ?? roleArn(args.serviceRole!), network.subnetIds),
            {
                parent: this,
                // The first has two defaults upstream, the second counts at creation alone.
                ignoreChanges: [
                    "accessConfig.bootstrapClusterCreatorAdminPermissions",
                    "bootstrapSelfManagedAddons",
                ],
                dependsOn: made === undefined ? [] : [made.resolvedRole],
            },
        );
        const credentials = args.providerCredentialOpts ?? profileFromSurroundings();
        const provider = new KubernetesProvider(
            `${name}-eks-k8s`,
            { kubeconfig: kubeconfig(controlPlane, credentials, true).apply(JSON.stringify) },
            { parent: this },
        );
        createAccessEntries(name, controlPlane, args.accessEntries ?? {}, this);

        const shared = kubeconfig(controlPlane, credentials, false);
        const issuer = controlPlane.identities.apply(
            (identities) => identities?.[0]?.oidcs?.[0]?.issuer ?? "",
        );
        const securityGroupId = controlPlane.vpcConfig.clusterSecurityGroupId;
        this.state = {
            kubeconfig: shared,
            kubeconfigJson: pulumi.jsonStringify(shared),
            instanceRoles: pulumi.output([]),
            eksCluster: pulumi.output(controlPlane),
            core: pulumi.output({
                ...network,
                cluster: controlPlane,
                endpoint: controlPlane.endpoint,
                nodeGroupOptions: { version: args.version },
                kubeconfig: shared,
                provider,
                instanceRoles: [],
                tags: args.tags,
                storageClasses: {},
                encryptionConfig: encryptionConfig(args),
                clusterIamRole: made?.role ?? args.serviceRole,
                accessEntries: Object.values(args.accessEntries ?? {}),
                autoModeNodeRoleName: "",
            }),
            // Without groups of the component's own: the one that EKS makes.
            clusterSecurityGroupId: securityGroupId,
            nodeSecurityGroupId: securityGroupId,
            clusterIngressRuleId: pulumi.output(""),
            defaultNodeGroupAsgName: pulumi.output(""),
            fargateProfileId: pulumi.output(""),
            fargateProfileStatus: pulumi.output(""),
            oidcProviderArn: pulumi.output(""),
            oidcProviderUrl: issuer,
            oidcIssuer: issuer.apply((url) => url.replace("https://", "")),
            autoModeNodeRoleName: pulumi.output(""),
        };
        this.registerOutputs(this.state);
    }

    private createRole(name: string, args: ClusterOptions, partition: pulumi.Output<string>): ServiceRole {
        return new ServiceRole(
            `${name}-eksRole`,
            {
                service: "eks.amazonaws.com",
                description: "Allows EKS to manage clusters on your behalf.",
                managedPolicies: ["AmazonEKSClusterPolicy"],
                partition,
                tags: args.tags,
            },
            { parent: this },
        );
    }
}

function roleArn(role: pulumi.Input<Role>): pulumi.Output<string> {
    return pulumi.output(role).arn;
}

/** The profile that the real component takes up where the program names no credentials. */
function profileFromSurroundings(): { profileName: string } | undefined {
    const profileName = process.env.AWS_PROFILE || new pulumi.Config("aws").get("profile");
    return profileName === undefined || profileName === "" ? undefined : { profileName };
}
