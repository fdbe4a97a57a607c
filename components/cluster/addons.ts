import * as eks from "@pulumi/aws/eks";
import * as pulumi from "@pulumi/pulumi";
import { PlatformComponent } from "../platform-component";
import { WorkloadIdentity } from "../workload-identity/workload-identity";

/** Add-ons without which nodes do not become ready, or their first pods get no credentials. */
export const BEFORE_NODES = ["vpc-cni", "kube-proxy", "eks-pod-identity-agent"] as const;

/** Add-ons whose pods need a node: made earlier, their creation would wait in vain and fail. */
export const ON_NODES = ["coredns", "aws-ebs-csi-driver"] as const;

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
    /** Which add-ons these are. */
    addons: readonly AddonName[];
    versions: AddonVersions;
    /** What has to be there before them: nodes, for those that run on nodes. Default: nothing. */
    after?: readonly pulumi.Resource[];
    permissionsBoundaryArn?: string;
}

/** Some of the cluster's EKS add-ons, at exact versions, with the rights in AWS that they need. */
export class Addons extends PlatformComponent {
    /** What waits for the add-ons. */
    readonly ready: pulumi.Resource[];

    constructor(name: string, args: AddonsArgs, opts?: pulumi.ComponentResourceOptions) {
        super("cluster", name, opts);

        this.ready = args.addons.map((addon) => this.install(addon, args));

        this.registerOutputs({});
    }

    private install(addon: AddonName, args: AddonsArgs): eks.Addon {
        return new eks.Addon(
            `${this.name}-${addon}`,
            {
                clusterName: args.clusterName,
                addonName: addon,
                addonVersion: args.versions[addon],
                // The code is right: what somebody changed by hand is put back.
                resolveConflictsOnCreate: "OVERWRITE",
                resolveConflictsOnUpdate: "OVERWRITE",
            },
            { parent: this, dependsOn: [...(args.after ?? []), ...this.identify(addon, args)] },
        );
    }

    private identify(addon: AddonName, args: AddonsArgs): pulumi.Resource[] {
        const identity = IDENTITIES[addon];
        if (identity === undefined) return [];
        const { ready } = new WorkloadIdentity(
            `${this.name}-${addon}-identity`,
            {
                clusterName: args.clusterName,
                namespace: "kube-system",
                serviceAccount: identity.serviceAccount,
                managedPolicyArns: [identity.policyArn],
                permissionsBoundaryArn: args.permissionsBoundaryArn,
            },
            { parent: this },
        );
        return ready;
    }
}
