import { isIP } from "node:net";
import { regionInside, type Account, type CloudObject } from "../cloud/account";
import { principalOf } from "../cloud/principal";
import { at, text, UNKNOWN, type Properties } from "../cloud/values";
import { ADMIN, isAdminOf, LOCAL_CLUSTER } from "../local/cluster";
import type { Call } from "../plugin/call";
import { activeCluster, activeUser, parseKubeconfig, tokenRequest, type Kubeconfig } from "./kubeconfig";
import { overridesOf } from "./provider-config";
import type { Connection, KubernetesCaller, Unreachable } from "./types";
import { userOf } from "./users";

const CLUSTER = "aws:eks/cluster:Cluster";

/** Who calls, with the connection that the provider's configuration led to. */
export function callerOf(call: Call): KubernetesCaller {
    return call.caller as KubernetesCaller;
}

/**
 * Finds the cluster that a provider's inputs mean, in whichever account it stands: a server has one name in the world.
 * Sentences: pulumi-kubernetes provider/pkg/provider/provider.go, Configure; client-go.
 */
export function connect(inputs: Properties, accounts: readonly Account[]): Connection | Unreachable {
    const kubeconfig = text(inputs.kubeconfig);
    if (kubeconfig === undefined || kubeconfig === "" || kubeconfig === UNKNOWN) {
        return notLoaded("invalid configuration: no configuration has been provided");
    }
    let config: Kubeconfig;
    try {
        config = parseKubeconfig(kubeconfig);
    } catch (error) {
        const { message } = error as Error;
        return {
            reason: `failed to parse kubeconfig data in \`kubernetes:config:kubeconfig\`- ${message}`,
        };
    }
    const overrides = overridesOf(inputs);
    const stanza = activeCluster(config, overrides);
    if (stanza === undefined) {
        const context = overrides.context ?? config.currentContext ?? "";
        return notLoaded(`context "${context}" does not exist`);
    }
    return reach(stanza, tokenRequest(config, overrides), activeUser(config, overrides), accounts);
}

/** Whether the provider was configured for a cluster that cannot be reached. */
export function isUnreachable(found: Connection | Unreachable): found is Unreachable {
    return "reason" in found;
}

function reach(
    stanza: Properties,
    token: ReturnType<typeof tokenRequest>,
    user: Properties,
    accounts: readonly Account[],
): Connection | Unreachable {
    const server = text(stanza.server) ?? "";
    const found = clustersOf(accounts).find(({ cluster }) => cluster.properties.endpoint === server);
    if (found === undefined) return unanswered(server);
    const { account, cluster } = found;
    const authority = at(cluster.properties, "certificateAuthority.data");
    if (authority !== stanza["certificate-authority-data"]) {
        const problem = "tls: failed to verify certificate: x509: certificate signed by unknown authority";
        return noSchema(`Get "${server}/openapi/v2?timeout=32s": ${problem}`);
    }
    if (cluster.type === LOCAL_CLUSTER) return reachLocal(account, cluster, user);
    const isForThisCluster =
        token?.clusterName === cluster.properties.name && token?.region === cluster.region;
    const region = regionInside(cluster);
    const connection = { account, cluster, region, principalArn: token?.roleArn ?? principalOf(account.id) };
    // A token for another cluster, and a user whom no access entry names, are turned away alike.
    if (!isForThisCluster || userOf(connection, account) === undefined) {
        return noSchema("the server has asked for the client to provide credentials");
    }
    return connection;
}

/** Signs in by the certificate of the kubeconfig; nobody else has one. */
function reachLocal(account: Account, cluster: CloudObject, user: Properties): Connection | Unreachable {
    if (!isAdminOf(cluster, user)) {
        return noSchema("the server has asked for the client to provide credentials");
    }
    return { account, cluster, region: regionInside(cluster), principalArn: ADMIN };
}

/** Whether the cluster is still there, and still the same one. */
export function isAlive(connection: Connection, account: Account): boolean {
    const { cluster } = connection;
    const now = account.get(cluster.type, cluster.id, cluster.region);
    return now !== undefined && now.properties.endpoint === cluster.properties.endpoint;
}

function clustersOf(accounts: readonly Account[]): Pick<Connection, "account" | "cluster">[] {
    return accounts.flatMap((account) =>
        [CLUSTER, LOCAL_CLUSTER].flatMap((type) =>
            account.listEverywhere(type).map((cluster) => ({ account, cluster })),
        ),
    );
}

function noSchema(problem: string): Unreachable {
    return { reason: `unable to load schema information from the API server: ${problem}` };
}

function notLoaded(problem: string): Unreachable {
    return {
        reason:
            "unable to load Kubernetes client configuration from kubeconfig file. Make sure you have: \n\n" +
            " \t • set up the provider as per " +
            `https://www.pulumi.com/registry/packages/kubernetes/installation-configuration/ \n\n ${problem}`,
    };
}

/** What is left when the cluster went away while the provider was running. */
export function gone(connection: Connection): Unreachable {
    return unanswered(text(connection.cluster.properties.endpoint) ?? "");
}

/** Nobody is at a server's address: the name of an EKS cluster goes with it, a machine's own address stays. Source: Go's net. */
function unanswered(server: string): Unreachable {
    const address = server.replace(/^https?:\/\//, "").replace(/\/.*$/, "");
    const host = address.replace(/:.*$/, "");
    const problem =
        isIP(host) === 0
            ? `dial tcp: lookup ${host}: no such host`
            : `dial tcp ${address}: connect: connection refused`;
    return noSchema(`Get "${server}/openapi/v2?timeout=32s": ${problem}`);
}
