import { randomBytes } from "node:crypto";
import type { Account, CloudObject } from "../cloud/account";
import { text, type Properties } from "../cloud/values";

/** The type of a cluster that no cloud has: one of kind, on a machine. */
export const LOCAL_CLUSTER = "local:kind:Cluster";

/** The folder beside the accounts, and the region, in which local clusters stand. */
export const LOCAL = "local";

/** The user of the certificate that kind puts into a kubeconfig. Source: kubernetes-sigs/kind, kubeadm's admin.conf. */
export const ADMIN = "kubernetes-admin";

/** The first port; the next cluster gets the next one. kind itself takes a free one at random. */
const FIRST_PORT = 6443;

/** kind's rule for names. Source: kubernetes-sigs/kind pkg/cluster/internal/create/create.go, validNameRE. */
export const CLUSTER_NAME = /^[a-z0-9.-]{1,50}$/;

/** Makes a cluster of one ready node. Within a transaction. @throws Error when there is one of that name */
export function createLocalCluster(account: Account, name: string): CloudObject {
    const others = localClusters(account);
    if (others.some(({ id }) => id === name))
        throw new Error(`node(s) already exist for a cluster with the name "${name}"`);
    const ports = others.map(({ properties }) => Number((text(properties.endpoint) ?? "").split(":")[2]));
    let port = FIRST_PORT;
    while (ports.includes(port)) port++;
    const cluster: CloudObject = {
        type: LOCAL_CLUSTER,
        id: name,
        region: LOCAL,
        createdAt: new Date().toISOString(),
        properties: {
            name,
            endpoint: `https://127.0.0.1:${port}`,
            certificateAuthority: { data: pem("CERTIFICATE") },
            clientCertificateData: pem("CERTIFICATE"),
            clientKeyData: pem("RSA PRIVATE KEY"),
            nodes: [{ name: `${name}-control-plane`, ready: true }],
        },
    };
    account.put(cluster);
    return cluster;
}

export function localClusters(account: Account): CloudObject[] {
    return account.list(LOCAL_CLUSTER, LOCAL);
}

/** Whether a kubeconfig's user holds the certificate that came with the cluster. */
export function isAdminOf({ properties }: CloudObject, user: Properties): boolean {
    return properties.clientCertificateData === user["client-certificate-data"];
}

/** Looks like what it stands for and opens nothing. */
function pem(kind: string): string {
    const content = randomBytes(96).toString("base64");
    return Buffer.from(`-----BEGIN ${kind}-----\n${content}\n-----END ${kind}-----\n`).toString("base64");
}
