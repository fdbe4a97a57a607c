import * as pulumi from "@pulumi/pulumi";
import type { Cluster } from "@pulumi/aws/eks/cluster";
import type { KubeconfigOptionsArgs } from "@pulumi/eks/types/input";

/**
 * A kubeconfig that asks the aws command line for a token, key by key as the real component writes it.
 * Source: pulumi-eks v4.3.0, nodejs/eks/cluster/cluster.ts, generateKubeconfig.
 * @param withProfile whether a named profile goes in: in the provider's own kubeconfig, not in the one for people
 */
export function kubeconfig(
    cluster: Cluster,
    credentials: pulumi.Input<KubeconfigOptionsArgs> | undefined,
    withProfile: boolean,
): pulumi.Output<object> {
    return pulumi
        .all([cluster.name, cluster.endpoint, cluster.certificateAuthority, cluster.arn, credentials])
        .apply(([name, endpoint, authority, arn, options]) => {
            const args = ["--region", regionOf(arn), "eks", "get-token", "--cluster-name", name];
            args.push("--output", "json");
            if (options?.roleArn !== undefined) args.push("--role", options.roleArn);
            if (withProfile && options?.profileName !== undefined)
                args.push("--profile", options.profileName);
            return document(endpoint, authority.data, args);
        });
}

function document(server: string, authority: string, args: string[]): object {
    const env = [
        {
            name: "KUBERNETES_EXEC_INFO",
            value: '{"apiVersion": "client.authentication.k8s.io/v1beta1"}',
        },
    ];
    const exec = { apiVersion: "client.authentication.k8s.io/v1beta1", command: "aws", args, env };
    return {
        apiVersion: "v1",
        clusters: [{ cluster: { server, "certificate-authority-data": authority }, name: "kubernetes" }],
        contexts: [{ context: { cluster: "kubernetes", user: "aws" }, name: "aws" }],
        "current-context": "aws",
        kind: "Config",
        users: [{ name: "aws", user: { exec } }],
    };
}

/** `arn:aws:eks:eu-central-1:111122223333:cluster/x` -> `eu-central-1`. */
function regionOf(arn: string): string {
    const parts = arn.split(":");
    if (parts.length < 4 || parts[0] !== "arn") throw new Error(`Invalid ARN: '${arn}'`);
    return parts[3];
}
