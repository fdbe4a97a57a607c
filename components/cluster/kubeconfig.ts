import type * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

export interface KubeconfigArgs {
    clusterName: pulumi.Input<string>;
    region: string;
    /** The role that the caller assumes to talk to the cluster. */
    deployerRoleArn: string;
    controlPlane: pulumi.Output<aws.eks.Cluster>;
}

/**
 * A kubeconfig that fetches its token by `aws eks get-token`: region and role are written out, so that it means the
 * same for every caller, and no token gets into the state.
 */
export function kubeconfig(args: KubeconfigArgs): pulumi.Output<string> {
    const { endpoint, certificateAuthority } = args.controlPlane;
    return pulumi
        .all([args.clusterName, endpoint, certificateAuthority])
        .apply(([name, server, authority]) => kubeconfigText(name, server, authority.data, args));
}

export function kubeconfigText(
    name: string,
    server: string,
    certificateAuthorityData: string,
    caller: Pick<KubeconfigArgs, "region" | "deployerRoleArn">,
): string {
    const token = [
        "eks",
        "get-token",
        "--cluster-name",
        name,
        "--region",
        caller.region,
        "--role-arn",
        caller.deployerRoleArn,
    ];
    const user = {
        exec: {
            apiVersion: "client.authentication.k8s.io/v1beta1",
            command: "aws",
            args: [...token, "--output", "json"],
            interactiveMode: "Never",
        },
    };
    return JSON.stringify({
        apiVersion: "v1",
        kind: "Config",
        clusters: [{ name, cluster: { server, "certificate-authority-data": certificateAuthorityData } }],
        users: [{ name: "deployer", user }],
        contexts: [{ name, context: { cluster: name, user: "deployer" } }],
        "current-context": name,
    });
}
