/**
 * A stack file's content, key by key. The sections stand in their own files; this one puts them together and
 * names the types that the rest of the program works with.
 */
import { z } from "zod";
import type { Environment } from "../environments";
import type { AddonName } from "./kubernetes-versions";
import { awsSection } from "./sections/aws";
import { clusterSection } from "./sections/cluster";
import { ephemeralSection } from "./sections/ephemeral";
import { networkSection } from "./sections/network";
import { servicesSection } from "./sections/services";
import { flag, text } from "./settings";

/** What a stack file may hold under the namespace `core-platform`. Every object is strict. */
export const stackSchema = z.strictObject({
    /** The team that answers for the stack: the value of the `owner` tag. */
    owner: text({
        // AWS's rule for tag values, less the empty one.
        pattern: /^[\p{L}\p{N}_.:/=+@-][\p{L}\p{Z}\p{N}_.:/=+@-]{0,255}$/u,
        expects: "the name of a team, fit for a tag: letters, digits, spaces and _.:/=+-@, at most 256",
        example: "platform-team",
    }),
    /** Whether VPC, cluster, keys ... are protected by Pulumi and by deletion protection. Default: true. */
    protect: flag(true).default(true),
    /** Ephemeral stacks alone have it, and must (config/rules/ephemeral.ts). */
    ephemeral: ephemeralSection.optional(),
    aws: awsSection,
    network: networkSection,
    cluster: clusterSection,
    services: servicesSection,
});

/** What a stack file says, coerced and defaulted. */
export type StackSettings = DeepReadonly<z.infer<typeof stackSchema>>;

export type EphemeralConfig = NonNullable<StackSettings["ephemeral"]>;

export type AwsConfig = StackSettings["aws"];

export type NetworkConfig = StackSettings["network"] & {
    /** Full names of `zones`, in the same order: `eu-central-1a`. */
    readonly availabilityZones: readonly string[];
};

export type NodeGroupConfig = StackSettings["cluster"]["nodeGroups"][string];

export type AccessEntryConfig = StackSettings["cluster"]["access"][string];

export type ClusterConfig = Omit<StackSettings["cluster"], "addons"> & {
    /** The exact version of every add-on: that of the Kubernetes version, or the stack file's own. */
    readonly addons: Readonly<Record<AddonName, string>>;
};

export type ServicesConfig = StackSettings["services"];

/** The configuration of one stack: complete, checked, frozen. */
export interface PlatformConfig {
    readonly stack: string;
    readonly environment: Environment;
    /** Value of the owner tag. */
    readonly owner: string;
    /** Whether what can't be made again is protected: Pulumi's protect and AWS's deletion protection. */
    readonly protect: boolean;
    /** On an ephemeral stack alone. */
    readonly ephemeral?: EphemeralConfig;
    readonly aws: AwsConfig;
    readonly network: NetworkConfig;
    readonly cluster: ClusterConfig;
    readonly services: ServicesConfig;
}

export type DeepReadonly<T> = T extends (infer Item)[]
    ? readonly DeepReadonly<Item>[]
    : T extends object
      ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> }
      : T;
