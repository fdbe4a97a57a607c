import * as aws from "@pulumi/aws";
import { Cluster } from "./components/cluster/cluster";
import { MetricsServer } from "./components/metrics-server/metrics-server";
import { Namespace } from "./components/namespace/namespace";
import { Network } from "./components/network/network";
import { configFromEngine } from "./config/from-engine";
import { PROJECT, TAG_KEYS } from "./environments";
import type { StackOutputs } from "./outputs";

const config = configFromEngine();
const physicalName = `${PROJECT}-${config.stack}`;
const tags: Record<string, string> = {
    [TAG_KEYS.environment]: config.environment,
    [TAG_KEYS.managedBy]: "pulumi",
    [TAG_KEYS.owner]: config.owner,
    [TAG_KEYS.project]: PROJECT,
    [TAG_KEYS.stack]: config.stack,
    ...(config.ephemeral && { [TAG_KEYS.ticket]: config.ephemeral.ticket }),
};
/** Not on instances: a new tag there is a new launch template version, and a day more would replace every node. */
const expiry = config.ephemeral && { [TAG_KEYS.expires]: config.ephemeral.expires };
const { accountId, region, deployerRoleArn, permissionsBoundaryArn } = config.aws;
const shared = { physicalName, accountId, region, permissionsBoundaryArn, protect: config.protect };

const cloud = new aws.Provider("aws", {
    region,
    allowedAccountIds: [accountId],
    defaultTags: { tags: { ...tags, ...expiry } },
});

const network = new Network("network", { ...config.network, ...shared }, { providers: { aws: cloud } });

const cluster = new Cluster(
    "cluster",
    {
        ...config.cluster,
        ...shared,
        vpcId: network.vpcId,
        subnetIds: network.privateSubnetIds,
        controlPlaneSubnetIds: network.controlPlaneSubnetIds,
        deployerRoleArn,
        tags,
    },
    { providers: { aws: cloud } },
);

const onCluster = { providers: { kubernetes: cluster.provider } };

const platformNamespace = new Namespace(
    "platform",
    { namespace: "platform-system", owner: config.owner, environment: config.environment },
    onCluster,
);

if (config.services.metricsServer) {
    new MetricsServer("metrics-server", { namespace: platformNamespace.namespace }, onCluster);
}

const outputs: StackOutputs = {
    environment: config.environment,
    accountId,
    region,
    vpcId: network.vpcId,
    vpcCidr: network.cidr,
    publicSubnetIds: network.publicSubnetIds,
    privateSubnetIds: network.privateSubnetIds,
    natPublicIps: network.natPublicIps,
    clusterName: cluster.clusterName,
    clusterVersion: cluster.version,
    clusterEndpoint: cluster.endpoint,
    kubeconfig: cluster.kubeconfig,
    platformNamespace: platformNamespace.namespace,
};

export = outputs;
