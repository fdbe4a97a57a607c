/**
 * The configuration of a stack: the only reader of `Pulumi.<stack>.yaml`. docs/config.md documents every key.
 */
export { ConfigError, type ConfigIssue } from "./error";
export { ADDON_NAMES, KUBERNETES_VERSIONS, minorVersionStep, type AddonName } from "./kubernetes-versions";
export { loadConfig } from "./load";
export { SERVICE_RANGE } from "./private-range";
export type {
    AccessEntryConfig,
    AwsConfig,
    ClusterConfig,
    ExistingClusterConfig,
    NetworkConfig,
    NodeGroupConfig,
    PartsConfig,
    PlatformConfig,
    ServicesConfig,
} from "./schema";
export { AMI_ARCHITECTURES, type AmiType } from "./sections/node-group";
export { ZONE_LETTERS, type ZoneLetter } from "./sections/network";
export type { Surroundings } from "./surroundings";
