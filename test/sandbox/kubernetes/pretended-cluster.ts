import type { Properties } from "../../../sandbox/cloud/values";
import { OBJECT_REFUSALS } from "../../../sandbox/kubernetes/object-refusals";
import { kubernetes } from "../../../sandbox/kubernetes/package";
import type { KubernetesCaller } from "../../../sandbox/kubernetes/types";
import { Call } from "../../../sandbox/plugin/call";
import { PretendedCloud } from "../pretended-cloud";

export const REGION = "eu-central-1";
export const ROLE = "arn:aws:iam::111122223333:role/deployer";
export const ENDPOINT = "https://ABC.gr7.eu-central-1.eks.amazonaws.com";
export const CERTIFICATE = "Y2VydA==";

/** Where the objects of the cluster live in the pretended account. */
export const INSIDE = "eu-central-1.Cluster.core";

/** A kubeconfig as the platform writes it; with other values for what a test is about. */
export function kubeconfig(
    changes: { server?: string; certificate?: string; cluster?: string; region?: string; role?: string } = {},
): string {
    const args = ["eks", "get-token", "--cluster-name", changes.cluster ?? "core"];
    args.push("--region", changes.region ?? REGION, "--role-arn", changes.role ?? ROLE);
    return JSON.stringify({
        clusters: [
            {
                name: "core",
                cluster: {
                    server: changes.server ?? ENDPOINT,
                    "certificate-authority-data": changes.certificate ?? CERTIFICATE,
                },
            },
        ],
        contexts: [{ name: "core", context: { cluster: "core", user: "deployer" } }],
        "current-context": "core",
        users: [{ name: "deployer", user: { exec: { command: "aws", args } } }],
    });
}

export interface Shape {
    /** The access policy of the caller's role; null: it has an entry and no policy. Default: cluster admin. */
    policy?: string | null;
    /** The namespaces that the policy is limited to. */
    namespaces?: string[];
    /** Nodes of the one node group. Default: 2. */
    nodes?: number;
    /** The version of the cluster. Default: none is named, which counts as the newest. */
    version?: string;
    /** Provider inputs. Default: a fitting kubeconfig. */
    provider?: Properties;
}

/** An account with a cluster, an access entry for the deployer's role and a node group, and a provider for it. */
export function newCluster(shape: Shape = {}): PretendedCloud {
    const cloud = new PretendedCloud(kubernetes, {});
    const put = (type: string, id: string, properties: Properties): void =>
        cloud.account.put({ type, id, region: REGION, createdAt: "2026-01-01T00:00:00Z", properties });
    put("aws:eks/cluster:Cluster", "core", {
        name: "core",
        arn: "arn:aws:eks:eu-central-1:111122223333:cluster/core",
        endpoint: ENDPOINT,
        certificateAuthority: { data: CERTIFICATE },
        ...(shape.version !== undefined && { version: shape.version }),
    });
    put("aws:eks/accessEntry:AccessEntry", "entry", { clusterName: "core", principalArn: ROLE });
    if (shape.policy !== null) {
        const policy = shape.policy ?? "AmazonEKSClusterAdminPolicy";
        put("aws:eks/accessPolicyAssociation:AccessPolicyAssociation", "association", {
            clusterName: "core",
            principalArn: ROLE,
            policyArn: `arn:aws:eks::aws:cluster-access-policy/${policy}`,
            accessScope:
                shape.namespaces === undefined
                    ? { type: "cluster" }
                    : { type: "namespace", namespaces: shape.namespaces },
        });
    }
    put("aws:eks/nodeGroup:NodeGroup", "nodes", {
        clusterName: "core",
        scalingConfig: { desiredSize: shape.nodes ?? 2 },
    });
    cloud.configure(shape.provider ?? { kubeconfig: kubeconfig() });
    return cloud;
}

/**
 * A call of the API server by the cluster's administrator, for what needs one without a resource.
 * @param cluster another one than the cloud's
 */
export function pretendedCall(
    cloud: PretendedCloud,
    type = "kubernetes:core/v1:ConfigMap",
    cluster = cloud.account.list("aws:eks/cluster:Cluster", REGION)[0],
): Call {
    const connection = { account: cloud.account, cluster, region: INSIDE, principalArn: ROLE };
    const caller: KubernetesCaller = {
        stack: "dvlp",
        accountId: cloud.account.id,
        principal: ROLE,
        partition: "aws",
        region: INSIDE,
        defaultTags: {},
        connection,
        deleteUnreachable: false,
        namespace: "default",
    };
    return new Call(cloud.account, caller, {
        type,
        urn: cloud.urn(type, "x"),
        service: "Kubernetes",
        operation: "create",
        refusals: OBJECT_REFUSALS,
        describe: ({ sentence }) => sentence,
        isGlobal: () => false,
    });
}

/** Takes the access policy away, so that the next call is refused. */
export function dismiss(cloud: PretendedCloud): void {
    const [association] = cloud.account.list(
        "aws:eks/accessPolicyAssociation:AccessPolicyAssociation",
        REGION,
    );
    cloud.account.remove(association);
}

/** Deletes the cluster, and with it all that is in it. */
export function deleteCluster(cloud: PretendedCloud): void {
    cloud.account.remove({ type: "aws:eks/cluster:Cluster", id: "core", region: REGION });
}
