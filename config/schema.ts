/**
 * A stack file's content, key by key. The sections stand in their own files; this one puts them together and
 * names the types that the rest of the program works with.
 */
import { z } from "zod";
import type { Environment } from "../environments";
import type { Part } from "../environments/parts";
import type { AddonName } from "./kubernetes-versions";
import { awsSection } from "./sections/aws";
import { clusterSection } from "./sections/cluster";
import { ephemeralSection } from "./sections/ephemeral";
import { existingCluster } from "./sections/existing-cluster";
import { networkSection } from "./sections/network";
import { partsSection } from "./sections/parts";
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
    /** Which parts of the platform the stack deploys. Default: all. */
    parts: partsSection,
    aws: awsSection,
    network: networkSection,
    /** An EKS cluster to make; or `existing` and nothing else. */
    cluster: clusterSection.extend({ existing: existingCluster.optional() }),
    services: servicesSection,
});

/** The section `cluster` of a stack that runs on a cluster which is there already. */
export const existingClusterSection = z.strictObject({ existing: existingCluster });

/** What a stack file says, coerced and defaulted. */
export type StackSettings = DeepReadonly<z.infer<typeof stackSchema>>;

export type EphemeralConfig = NonNullable<StackSettings["ephemeral"]>;

export type AwsConfig = StackSettings["aws"];

export type NetworkConfig = StackSettings["network"] &
    AwsConfig & {
        /** Full names of `zones`, in the same order: `eu-central-1a`. */
        readonly availabilityZones: readonly string[];
    };

export type NodeGroupConfig = StackSettings["cluster"]["nodeGroups"][string];

export type AccessEntryConfig = StackSettings["cluster"]["access"][string];

export type ClusterConfig = Omit<StackSettings["cluster"], "addons" | "existing"> &
    AwsConfig & {
        /** The exact version of every add-on: that of the Kubernetes version, or the stack file's own. */
        readonly addons: Readonly<Record<AddonName, string>>;
    };

export type ServicesConfig = StackSettings["services"];

/** A cluster that is there already. */
export interface ExistingClusterConfig {
    /** The kubeconfig's path, absolute. */
    readonly kubeconfig: string;
    /** The context in it. */
    readonly context: string;
}

/** The parts that the stack deploys, in the order of deployment, and the stacks that hold what they are built on. */
export interface PartsConfig {
    readonly deploys: readonly Part[];
    readonly holders: Readonly<Partial<Record<Part, string>>>;
}

/**
 * The configuration of one stack: complete, checked, frozen. A section of a part that the stack does not deploy is
 * undefined.
 */
export interface PlatformConfig {
    readonly stack: string;
    readonly environment: Environment;
    /** What the stack is, or is a part of, `prod`: names in AWS are made of it. */
    readonly platform: string;
    /** Value of the owner tag. */
    readonly owner: string;
    /** Whether what can't be made again is protected: Pulumi's protect and AWS's deletion protection. */
    readonly protect: boolean;
    /** On an ephemeral stack alone. */
    readonly ephemeral?: EphemeralConfig;
    readonly parts: PartsConfig;
    /** Undefined on a cluster that is there already: nothing of AWS is touched then. */
    readonly aws?: AwsConfig;
    readonly network?: NetworkConfig;
    readonly cluster?: ClusterConfig;
    /** Instead of `cluster`. */
    readonly existingCluster?: ExistingClusterConfig;
    readonly services?: ServicesConfig;
}

export type DeepReadonly<T> = T extends (infer Item)[]
    ? readonly DeepReadonly<Item>[]
    : T extends object
      ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> }
      : T;
