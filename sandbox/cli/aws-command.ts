import { readKubeconfig, type Kubeconfig } from "../kubeconfig/read";

/**
 * The `aws` that programs find in the sandbox. It knows what a kubeconfig asks of it, `aws eks get-token`: with
 * SANDBOX_KUBECONFIG it hands out that file's credentials, so that a real cluster stands behind the pretended one.
 * @returns the exit code
 */
export async function awsCommand(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> {
    if (args.includes("--version")) {
        process.stdout.write("aws-cli/2.0.0 core-platform-sandbox\n");
        return 0;
    }
    if (!(args.includes("eks") && args.includes("get-token"))) {
        process.stderr.write(
            `sandbox: there is no AWS behind "aws ${args.join(" ")}"; look at npm run sandbox:cloud\n`,
        );
        return 252;
    }
    if (!environment.SANDBOX_KUBECONFIG) {
        process.stderr.write(
            "sandbox: a pretended cluster has no API server to get a token for. " +
                "Set SANDBOX_KUBECONFIG to the kubeconfig of a real one (kind, minikube).\n",
        );
        return 254;
    }
    const { user } = readKubeconfig(environment.SANDBOX_KUBECONFIG);
    process.stdout.write(`${JSON.stringify(execCredential(user))}\n`);
    return 0;
}

/**
 * Certificate and key are PEM texts here, not base64 of them as in a kubeconfig.
 * Source: https://kubernetes.io/docs/reference/config-api/client-authentication.v1beta1/
 */
function execCredential({ token, clientCertificateData, clientKeyData }: Kubeconfig["user"]): object {
    const decoded = (data: string | undefined): string | undefined =>
        data === undefined ? undefined : Buffer.from(data, "base64").toString("utf8");
    return {
        apiVersion: "client.authentication.k8s.io/v1beta1",
        kind: "ExecCredential",
        spec: {},
        status: {
            token,
            clientCertificateData: decoded(clientCertificateData),
            clientKeyData: decoded(clientKeyData),
        },
    };
}
