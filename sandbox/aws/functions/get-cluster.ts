import { isObject, text, type Properties, type Value } from "../../cloud/values";
import type { FakeFunction } from "../../plugin/fake";
import { CLUSTER_NOT_FOUND, requireCluster } from "../eks/cluster-lookup";

/**
 * One cluster by its name. The function shows lists where the resource shows objects.
 * Source: terraform-provider-aws, internal/service/eks/cluster_data_source.go.
 */
export const getCluster: FakeFunction = {
    token: "aws:eks/getCluster:getCluster",
    service: "EKS",
    operation: "DescribeCluster",
    refusals: { ResourceNotFoundException: CLUSTER_NOT_FOUND },
    invoke(inputs, call) {
        const { id, properties } = requireCluster(text(inputs.name) ?? "", call);
        const plain = PLAIN.map((name) => [name, properties[name]] as const);
        const listed = Object.entries(LISTED).map(([name, list]) => [list, many(properties[name])] as const);
        return {
            id,
            clusterId: "",
            ...Object.fromEntries(plain.filter(([, value]) => value !== undefined)),
            ...Object.fromEntries(listed),
            enabledClusterLogTypes: properties.enabledClusterLogTypes ?? [],
            // The tags of a data source are all that AWS holds, the provider's default tags among them.
            tags: properties.tagsAll ?? {},
        };
    },
};

const PLAIN = [
    ...["arn", "createdAt", "deletionProtection", "endpoint", "identities", "name", "platformVersion"],
    ...["region", "roleArn", "status", "version", "vpcConfig"],
];

/** The resource's property, and what the function calls it. */
const LISTED: Readonly<Record<string, string>> = {
    accessConfig: "accessConfigs",
    certificateAuthority: "certificateAuthorities",
    computeConfig: "computeConfigs",
    controlPlaneScalingConfig: "controlPlaneScalingConfigs",
    kubernetesNetworkConfig: "kubernetesNetworkConfigs",
    outpostConfig: "outpostConfigs",
    remoteNetworkConfig: "remoteNetworkConfigs",
    storageConfig: "storageConfigs",
    upgradePolicy: "upgradePolicies",
    zonalShiftConfig: "zonalShiftConfigs",
};

/** Objects inside become lists of one, with the plural of their name, as everywhere in this function. */
function many(value: Value | undefined): Value[] {
    if (!isObject(value)) return [];
    const inner: Properties = {};
    for (const [key, item] of Object.entries(value)) {
        if (isObject(item)) inner[`${key}s`] = [item];
        else inner[key] = item;
    }
    return [inner];
}
