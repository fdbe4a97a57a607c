import { randomBytes } from "node:crypto";
import { readKubeconfig } from "../../kubeconfig/read";

/** Where a cluster's API answers, and what proves that it is the one. */
export interface Endpoint {
    endpoint: string;
    /** PEM, as base64. */
    certificateAuthorityData: string;
    issuer: string;
}

/**
 * Makes up a new cluster's endpoint, or takes it from the kubeconfig that SANDBOX_KUBECONFIG names, so that the
 * Kubernetes side can go to a real cluster while AWS is pretended.
 * Formats: https://docs.aws.amazon.com/eks/latest/APIReference/API_DescribeCluster.html
 * @throws Error when the file does not say where the cluster is
 */
export function newEndpoint(region: string, environment: NodeJS.ProcessEnv = process.env): Endpoint {
    const id = randomBytes(16).toString("hex").toUpperCase();
    const issuer = `https://oidc.eks.${region}.amazonaws.com/id/${id}`;
    const file = environment.SANDBOX_KUBECONFIG;
    if (file !== undefined && file !== "") {
        const { server, certificateAuthorityData } = readKubeconfig(file);
        return { endpoint: server, certificateAuthorityData, issuer };
    }
    return {
        endpoint: `https://${id}.gr7.${region}.eks.amazonaws.com`,
        certificateAuthorityData: pretendedCertificate(),
        issuer,
    };
}

/** Looks like a certificate and is none: nothing answers at the endpoint. */
function pretendedCertificate(): string {
    const lines =
        randomBytes(768)
            .toString("base64")
            .match(/.{1,64}/g) ?? [];
    const pem = ["-----BEGIN CERTIFICATE-----", ...lines, "-----END CERTIFICATE-----", ""].join("\n");
    return Buffer.from(pem).toString("base64");
}
