import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { PlatformComponent } from "../platform-component";
import { WorkloadIdentity } from "../workload-identity/workload-identity";

/** Add-ons without which nodes do not become ready, or their first pods get no credentials. */
const BEFORE_NODES = ["vpc-cni", "kube-proxy", "eks-pod-identity-agent"] as const;

/** Add-ons whose pods need a node: made earlier, their creation would wait in vain and fail. */
const ON_NODES = ["coredns", "aws-ebs-csi-driver"] as const;

type AddonName = (typeof BEFORE_NODES)[number] | (typeof ON_NODES)[number];

/** The exact version of each add-on, `v1.12.4-eksbuild.1`. */
export type AddonVersions = Readonly<Record<AddonName, string>>;

/** What add-ons may do in AWS, by their service account in kube-system. */
const IDENTITIES: Partial<Record<AddonName, { serviceAccount: string; policyArn: string }>> = {
    // Source: https://docs.aws.amazon.com/eks/latest/userguide/cni-iam-role.html
    "vpc-cni": { serviceAccount: "aws-node", policyArn: "arn:aws:iam::aws:policy/AmazonEKS_CNI_Policy" },
    // Source: https://docs.aws.amazon.com/eks/latest/userguide/ebs-csi.html
    "aws-ebs-csi-driver": {
        serviceAccount: "ebs-csi-controller-sa",
        policyArn: "arn:aws:iam::aws:policy/service-role/AmazonEBSCSIDriverPolicy",
    },
};

export interface AddonsArgs {
    clusterName: pulumi.Input<string>;
    versions: AddonVersions;
    permissionsBoundaryArn?: string;
}

/** The cluster's EKS add-ons, at exact versions, those for nodes first. */
export class Addons extends PlatformComponent {
    /** What nodes wait for. */
    readonly beforeNodes: pulumi.Resource[];
    /** What workloads wait for; filled by `installOnNodes`. */
    readonly onNodes: pulumi.Resource[] = [];
    private readonly args: AddonsArgs;

    constructor(name: string, args: AddonsArgs, opts?: pulumi.ComponentResourceOptions) {
        super("cluster", name, opts);
        this.args = args;
        this.beforeNodes = BEFORE_NODES.map((addon) => this.install(addon, []));
        this.registerOutputs({});
    }

    /** Installs the add-ons that need nodes, after the nodes. */
    installOnNodes(nodes: pulumi.Resource[]): void {
        this.onNodes.push(...ON_NODES.map((addon) => this.install(addon, nodes)));
    }

    private install(addon: AddonName, after: pulumi.Resource[]): aws.eks.Addon {
        const { clusterName, versions } = this.args;
        return new aws.eks.Addon(
            `${this.name}-${addon}`,
            {
                clusterName,
                addonName: addon,
                addonVersion: versions[addon],
                // The code is right: what somebody changed by hand is put back.
                resolveConflictsOnCreate: "OVERWRITE",
                resolveConflictsOnUpdate: "OVERWRITE",
            },
            { parent: this, dependsOn: [...after, ...this.identify(addon)] },
        );
    }

    private identify(addon: AddonName): pulumi.Resource[] {
        const identity = IDENTITIES[addon];
        if (identity === undefined) return [];
        const { ready } = new WorkloadIdentity(
            `${this.name}-${addon}-identity`,
            {
                clusterName: this.args.clusterName,
                namespace: "kube-system",
                serviceAccount: identity.serviceAccount,
                managedPolicyArns: [identity.policyArn],
                permissionsBoundaryArn: this.args.permissionsBoundaryArn,
            },
            { parent: this },
        );
        return ready;
    }
}
