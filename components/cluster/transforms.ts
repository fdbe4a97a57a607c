import * as pulumi from "@pulumi/pulumi";

/**
 * @pulumi/eks 4 makes whoever creates the cluster its admin and offers no option against it. Nobody's access may
 * depend on who ran the first `up`: the flag is turned off on its way to AWS.
 */
export const withoutCreatorAdmin: pulumi.ResourceTransform = ({ type, props, opts }) => {
    if (type !== "aws:eks/cluster:Cluster") return undefined;
    const accessConfig = { ...props.accessConfig, bootstrapClusterCreatorAdminPermissions: false };
    return { props: { ...props, accessConfig }, opts };
};

/**
 * @pulumi/eks 4 makes a Kubernetes provider of its own. Nothing runs on it, but without an identifier a new endpoint
 * would show up in previews as a replacement.
 */
export function withClusterIdentifier(clusterIdentifier: string): pulumi.ResourceTransform {
    return ({ type, props, opts }) =>
        type === "pulumi:providers:kubernetes" ? { props: { ...props, clusterIdentifier }, opts } : undefined;
}
