import { Provider as AwsProvider } from "@pulumi/aws/provider";
import { Cluster } from "./components/cluster/cluster";
import { kubernetesProvider } from "./components/cluster/connection";
import { existingCluster } from "./components/existing-cluster/existing-cluster";
import { heldParts, type ClusterOutputs } from "./components/held-parts/held-parts";
import { MetricsServer } from "./components/metrics-server/metrics-server";
import { Namespace } from "./components/namespace/namespace";
import { Network } from "./components/network/network";
import { configFromEngine } from "./config/from-engine";
import { PROJECT, TAG_KEYS } from "./environments";
import { stackOutputs, type StackOutputs } from "./outputs";

/** From top to bottom: what other stacks hold, network, cluster, what runs on the cluster, outputs. */
async function deploy(): Promise<StackOutputs> {
    const config = configFromEngine();
    // Of the platform, not of the stack: a part keeps names and tags, whichever stack deploys it.
    const physicalName = `${PROJECT}-${config.platform}`;
    const tags: Record<string, string> = {
        [TAG_KEYS.environment]: config.environment,
        [TAG_KEYS.managedBy]: "pulumi",
        [TAG_KEYS.owner]: config.owner,
        [TAG_KEYS.project]: PROJECT,
        [TAG_KEYS.stack]: config.platform,
        ...(config.ephemeral && { [TAG_KEYS.ticket]: config.ephemeral.ticket }),
    };
    /** Not on instances: a new tag there is a new launch template version, and a day more would replace every node. */
    const expiry = config.ephemeral && { [TAG_KEYS.expires]: config.ephemeral.expires };
    const shared = { physicalName, protect: config.protect };

    /** The parts that other stacks deploy for this one. */
    const held = await heldParts(config);

    // No AWS provider where nothing is made in AWS.
    const place = config.network ?? config.cluster;
    const inCloud = place && {
        providers: {
            aws: new AwsProvider("aws", {
                region: place.region,
                allowedAccountIds: [place.accountId],
                defaultTags: { tags: { ...tags, ...expiry } },
            }),
        },
    };

    const network = config.network
        ? new Network("network", { ...config.network, ...shared }, inCloud)
        : held.network;

    const cluster: ClusterOutputs | undefined =
        config.cluster && network
            ? new Cluster(
                  "cluster",
                  {
                      ...config.cluster,
                      ...shared,
                      vpcId: network.vpcId,
                      subnetIds: network.privateSubnetIds,
                      controlPlaneSubnetIds: network.controlPlaneSubnetIds,
                      tags,
                  },
                  inCloud,
              )
            : config.existingCluster
              ? existingCluster(config.existingCluster)
              : held.cluster;

    const onCluster = config.services &&
        cluster && { providers: { kubernetes: kubernetesProvider(cluster) } };

    const platformNamespace =
        onCluster &&
        new Namespace(
            "platform",
            { namespace: "platform-system", owner: config.owner, environment: config.environment },
            onCluster,
        );

    if (platformNamespace && config.services?.metricsServer) {
        const kubeletInsecureTls = config.existingCluster !== undefined;
        new MetricsServer(
            "metrics-server",
            { namespace: platformNamespace.namespace, kubeletInsecureTls },
            onCluster,
        );
    }

    return stackOutputs({
        environment: config.environment,
        parts: config.parts,
        accountId: config.aws?.accountId,
        region: config.aws?.region,
        vpcId: network?.vpcId,
        vpcCidr: network?.cidr,
        publicSubnetIds: network?.publicSubnetIds,
        privateSubnetIds: network?.privateSubnetIds,
        natPublicIps: network?.natPublicIps,
        clusterName: cluster?.clusterName,
        clusterVersion: cluster?.version,
        clusterEndpoint: cluster?.endpoint,
        clusterIdentifier: cluster?.identifier,
        kubeconfig: cluster?.kubeconfig,
        platformNamespace: platformNamespace?.namespace,
    });
}

export = deploy;
