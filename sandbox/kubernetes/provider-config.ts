import { equal, text, UNKNOWN, type Properties, type Value } from "../cloud/values";
import type { Failure } from "../plugin/typings";
import { activeCluster, parseKubeconfig, type Overrides } from "./kubeconfig";

/** What says which cluster is meant. Source: pulumi-kubernetes provider/pkg/provider/provider.go, DiffConfig. */
const CLUSTER_KEYS = ["kubeconfig", "context", "cluster"] as const;

/** Settings that change how objects are handled in ways that the stand-in does not have. */
const NOT_STOOD_IN = [
    "alwaysRender",
    "enableConfigMapMutable",
    "enableSecretMutable",
    "renderYamlToDirectory",
    "skipUpdateUnreachable",
    "upsertExistingObjects",
] as const;

/** What is wrong with a provider configuration, at preview. */
export function checkProvider(inputs: Properties): Failure[] {
    return NOT_STOOD_IN.filter((key) => inputs[key] !== undefined && inputs[key] !== false).map((key) => ({
        property: key,
        reason: `the sandbox does not stand in for the setting "${key}" of the Kubernetes provider`,
    }));
}

/**
 * The provider inputs whose change replaces the provider, and everything on it: a kubeconfig that is unknown or
 * means another cluster, unless a `clusterIdentifier` stays what it was.
 * Source: pulumi-kubernetes provider/pkg/provider/provider.go, DiffConfig.
 */
export function providerReplacements(before: Properties, after: Properties): string[] {
    const identifiers = [given(before.clusterIdentifier), given(after.clusterIdentifier)];
    const isSame = equal(identifiers[0], identifiers[1]);
    if (isSame && identifiers[1] !== undefined && identifiers[1] !== UNKNOWN) return [];
    // An identifier that is added or taken away replaces nothing: going on and off board is less risky so.
    const replaces =
        identifiers.every((value) => value !== undefined) && !isSame ? ["clusterIdentifier"] : [];
    const unknown = CLUSTER_KEYS.find((key) => after[key] === UNKNOWN);
    if (unknown !== undefined) return [...replaces, unknown];
    const changed = CLUSTER_KEYS.filter((key) => !equal(before[key], after[key]));
    const [old, current] = [clusterOf(before), clusterOf(after)];
    if (old === undefined || current === undefined || equal(old, current)) return replaces;
    return [...replaces, ...changed];
}

/** The overrides among a provider's inputs. */
export function overridesOf(inputs: Properties): Overrides {
    return { context: text(inputs.context), cluster: text(inputs.cluster) };
}

function clusterOf(inputs: Properties): Properties | undefined {
    const kubeconfig = text(inputs.kubeconfig);
    if (kubeconfig === undefined || kubeconfig === "") return undefined;
    try {
        return activeCluster(parseKubeconfig(kubeconfig), overridesOf(inputs));
    } catch (error) {
        throw new Error(`failed to parse kubeconfig: ${(error as Error).message}`, { cause: error });
    }
}

function given(value: Value | undefined): Value | undefined {
    return value === null || value === "" ? undefined : value;
}
