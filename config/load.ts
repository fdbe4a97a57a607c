/** From the engine's raw configuration values to one checked object. */
import { ENVIRONMENTS, environmentOf, platformOf, PROJECT } from "../environments";
import { PARTS, type Part } from "../environments/parts";
import { dayOf } from "./day";
import { ConfigError, type ConfigIssue } from "./error";
import { gatherValues } from "./gather";
import { KUBERNETES_VERSIONS } from "./kubernetes-versions";
import { readTree, Unreadable } from "./read-tree";
import { findingsOf, RULES, type Subject } from "./rules";
import {
    stackSchema,
    type AwsConfig,
    type ClusterConfig,
    type PlatformConfig,
    type StackSettings,
} from "./schema";
import { shapeOf, unusedSections, type Shape } from "./shape";
import { NO_SURROUNDINGS, type Surroundings } from "./surroundings";

/**
 * @param stack the stack's name, such as `dvlp` or `dvlp-t123`
 * @param values what `pulumi.runtime.allConfig()` gives: full key to text, objects as JSON
 * @param secretKeys keys whose values are secrets; there should be none, and their values are never shown
 * @param today an ephemeral stack may have expired; default: the day in UTC
 * @param surroundings other stack files and kubeconfigs; default: there are none
 * @throws ConfigError with everything that is wrong
 */
export function loadConfig(
    stack: string,
    values: Readonly<Record<string, string>>,
    secretKeys: readonly string[] = [],
    today: string = dayOf(),
    surroundings: Surroundings = NO_SURROUNDINGS,
): PlatformConfig {
    const issues: ConfigIssue[] = [];
    const environment = environmentOf(stack);
    if (environment === undefined) {
        issues.push({
            key: "stack",
            value: stack,
            problem: `is claimed by no environment; they are ${ENVIRONMENTS.join(", ")}`,
            remedy: `Take one of these, or dvlp-<ticket> for an ephemeral stack.`,
        });
    }
    const gathered = gatherValues(values, secretKeys, issues);
    const shape = shapeOf(gathered);
    issues.push(...unusedSections(gathered, shape));
    const tree = readTree(shape.schema, shape.values, `${PROJECT}:`, issues);
    const subject: Subject = {
        stack,
        today,
        get environment() {
            if (environment === undefined) throw new Unreadable(stack);
            return environment;
        },
        // Parts with an error throw when a rule reads them; all the others are of these types.
        settings: withoutUnused(tree as object, shape),
        onExistingCluster: shape.onExistingCluster,
        surroundings,
    };
    for (const rule of RULES) {
        const findings = findingsOf(rule, subject);
        issues.push(...findings.map((finding) => ({ ...finding, key: `${PROJECT}:${finding.key}` })));
    }
    if (environment === undefined || issues.length > 0) {
        throw new ConfigError(`The configuration of stack ${stack} does not hold`, issues);
    }
    const settings = shape.schema.parse(tree) as Partial<StackSettings>;
    return freeze({
        stack,
        environment,
        platform: platformOf(stack),
        ...complete(settings as StackSettings, shape, surroundings),
    });
}

/** A rule has nothing to say of what the stack has no use for. */
function withoutUnused(tree: object, { unused, onExistingCluster }: Shape): StackSettings {
    const settings = unreadable(tree, unused) as StackSettings;
    if (!onExistingCluster) return settings;
    const keys = Object.keys(stackSchema.shape.cluster.shape).filter((key) => key !== "existing");
    const { get, value } = Object.getOwnPropertyDescriptor(settings, "cluster") ?? {};
    // One with an error of its own throws anyhow.
    if (get !== undefined) return settings;
    return Object.defineProperty(settings, "cluster", { value: unreadable(value as object, keys) });
}

/** A copy in which reading one of the keys throws. */
function unreadable(tree: object, keys: readonly string[]): object {
    const copy = Object.defineProperties({}, Object.getOwnPropertyDescriptors(tree));
    for (const key of keys) {
        Object.defineProperty(copy, key, {
            get() {
                throw new Unreadable(undefined);
            },
        });
    }
    return copy;
}

/** Adds what follows from the settings; network and cluster get account, region and roles. */
function complete(
    settings: StackSettings,
    { onExistingCluster }: Shape,
    surroundings: Surroundings,
): Omit<PlatformConfig, "stack" | "environment" | "platform"> {
    const { owner, protect = false, parts, ephemeral, aws, network, cluster, services } = settings;
    const existing = onExistingCluster ? cluster.existing : undefined;
    return {
        owner,
        protect,
        ...(ephemeral && { ephemeral }),
        parts: { deploys: inOrder(parts.deploys), holders: parts.holders },
        ...(aws && { aws }),
        ...(network && {
            network: {
                ...aws,
                ...network,
                availabilityZones: network.zones.map((letter) => `${aws.region}${letter}`),
            },
        }),
        ...(cluster && !onExistingCluster && { cluster: { ...aws, ...withAddons(cluster) } }),
        ...(existing && { existingCluster: located(existing, surroundings) }),
        ...(services && { services }),
    };
}

function inOrder(parts: readonly Part[]): Part[] {
    return PARTS.filter((part) => parts.includes(part));
}

function withAddons({
    existing: _,
    ...cluster
}: StackSettings["cluster"]): Omit<ClusterConfig, keyof AwsConfig> {
    return { ...cluster, addons: { ...KUBERNETES_VERSIONS[cluster.version], ...cluster.addons } };
}

/** The rule context-found has seen that it is there. */
function located(
    { kubeconfig, context }: NonNullable<StackSettings["cluster"]["existing"]>,
    surroundings: Surroundings,
): PlatformConfig["existingCluster"] {
    const { found } = surroundings.findContext(kubeconfig, context);
    if (found === undefined) throw new Error(`${context} was found before and is not now`);
    return { kubeconfig: found, context };
}

function freeze<T extends object>(value: T): T {
    for (const child of Object.values(value)) {
        if (typeof child === "object" && child !== null) freeze(child);
    }
    return Object.freeze(value);
}
