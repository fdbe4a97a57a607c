import * as pulumi from "@pulumi/pulumi";
import { ConfigError, type PlatformConfig } from "../../config";
import { runError } from "../../config/run-error";
import { foundationsOf, type Part } from "../../environments/parts";
import type { ClusterConnection } from "../cluster/connection";
import { holderFaults, type StackOutputValues } from "./holder-faults";

/** A network, made here or read from the stack that holds it. */
export interface NetworkOutputs {
    readonly vpcId: pulumi.Output<string>;
    readonly cidr: pulumi.Output<string>;
    readonly publicSubnetIds: pulumi.Output<string[]>;
    readonly privateSubnetIds: pulumi.Output<string[]>;
    /** The private subnets without their ways out. Of a held network all is there already. */
    readonly controlPlaneSubnetIds?: pulumi.Output<string[]>;
    readonly natPublicIps: pulumi.Output<string[]>;
}

/** A cluster, made here or read from the stack that holds it. */
export interface ClusterOutputs extends ClusterConnection {
    readonly version?: pulumi.Output<string>;
    readonly endpoint?: pulumi.Output<string>;
}

/** What other stacks deploy for this one; undefined: nothing here is built on it, or it is deployed here. */
export interface HeldParts {
    readonly network?: NetworkOutputs;
    readonly cluster?: ClusterOutputs;
}

/**
 * Reads what other stacks hold, through stack references.
 * @throws pulumi.RunError when a holder was never deployed or does not deploy what it is named for
 */
export async function heldParts(config: PlatformConfig): Promise<HeldParts> {
    const stacks = [...new Set(Object.values(config.parts.holders))];
    await checkHolders(config, stacks);
    const references = new Map(
        stacks.map((stack) => [stack, new pulumi.StackReference(stack, { name: fullName(stack) })]),
    );
    const source = (part: Part): pulumi.StackReference | undefined =>
        references.get(sourceOf(config, part) ?? "");
    return { network: heldNetwork(source("network")), cluster: heldCluster(source("cluster")) };
}

/** The stack whose outputs tell of a part: its holder, or the holder of what is built on it, which passes it on. */
export function sourceOf({ parts }: Pick<PlatformConfig, "parts">, part: Part): string | undefined {
    if (parts.deploys.includes(part)) return undefined;
    const above = (Object.keys(parts.holders) as Part[]).find((each) => foundationsOf(each).includes(part));
    return parts.holders[part] ?? (above && parts.holders[above]);
}

function heldNetwork(holder: pulumi.StackReference | undefined): NetworkOutputs | undefined {
    return (
        holder && {
            vpcId: read<string>(holder, "vpcId"),
            cidr: read<string>(holder, "vpcCidr"),
            publicSubnetIds: read<string[]>(holder, "publicSubnetIds"),
            privateSubnetIds: read<string[]>(holder, "privateSubnetIds"),
            natPublicIps: read<string[]>(holder, "natPublicIps"),
        }
    );
}

function heldCluster(holder: pulumi.StackReference | undefined): ClusterOutputs | undefined {
    return (
        holder && {
            clusterName: read<string>(holder, "clusterName"),
            version: read<string>(holder, "clusterVersion"),
            endpoint: read<string>(holder, "clusterEndpoint"),
            kubeconfig: read<string>(holder, "kubeconfig"),
            identifier: read<string>(holder, "clusterIdentifier"),
        }
    );
}

function read<T>(holder: pulumi.StackReference, output: string): pulumi.Output<T> {
    return holder.requireOutput(output) as pulumi.Output<T>;
}

/** Before the references are made: their own error says no more than "unknown stack". */
async function checkHolders(config: PlatformConfig, stacks: readonly string[]): Promise<void> {
    const outputs = await Promise.all(stacks.map(outputsOf));
    const faults = stacks.flatMap((stack, index) => holderFaults(config, stack, outputs[index]));
    if (faults.length === 0) return;
    throw runError(new ConfigError(`Stack ${config.stack} can't be built on the stacks it names`, faults));
}

/** Source of function and sentence: pulumi/pulumi pkg/resource/deploy/builtins.go, pkg/backend/backend.go. */
async function outputsOf(stack: string): Promise<StackOutputValues> {
    try {
        const answer: unknown = await pulumi.runtime.invoke("pulumi:pulumi:readStackOutputs", {
            name: fullName(stack),
        });
        return (answer as { outputs?: StackOutputValues }).outputs;
    } catch (error) {
        if (String(error).includes("unknown stack")) return undefined;
        throw error;
    }
}

/** `organization/core-platform/dvlp`: backends of one's own call every organization so. */
function fullName(stack: string): string {
    return `${pulumi.getOrganization()}/${pulumi.getProject()}/${stack}`;
}
