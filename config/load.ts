/** From the engine's raw configuration values to one checked object. */
import { ENVIRONMENTS, environmentOf, PROJECT } from "../environments";
import { dayOf } from "./day";
import { ConfigError, type ConfigIssue } from "./error";
import { gatherValues } from "./gather";
import { KUBERNETES_VERSIONS } from "./kubernetes-versions";
import { readTree, Unreadable } from "./read-tree";
import { findingsOf, RULES, type Subject } from "./rules";
import { stackSchema, type PlatformConfig, type StackSettings } from "./schema";

/**
 * @param stack the stack's name, such as `dvlp` or `dvlp-t123`
 * @param values what `pulumi.runtime.allConfig()` gives: full key to text, objects as JSON
 * @param secretKeys keys whose values are secrets; there should be none, and their values are never shown
 * @param today an ephemeral stack may have expired; default: the day in UTC
 * @throws ConfigError with everything that is wrong
 */
export function loadConfig(
    stack: string,
    values: Readonly<Record<string, string>>,
    secretKeys: readonly string[] = [],
    today: string = dayOf(),
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
    const tree = readTree(stackSchema, gathered, `${PROJECT}:`, issues);
    const subject: Subject = {
        stack,
        today,
        get environment() {
            if (environment === undefined) throw new Unreadable(stack);
            return environment;
        },
        // Parts with an error throw when a rule reads them; all the others are of these types.
        settings: tree as StackSettings,
    };
    for (const rule of RULES) {
        const findings = findingsOf(rule, subject);
        issues.push(...findings.map((finding) => ({ ...finding, key: `${PROJECT}:${finding.key}` })));
    }
    if (environment === undefined || issues.length > 0) {
        throw new ConfigError(`The configuration of stack ${stack} does not hold`, issues);
    }
    const settings: StackSettings = stackSchema.parse(tree);
    return freeze({ stack, environment, ...complete(settings) });
}

/** Adds what follows from the settings. */
function complete(settings: StackSettings): Omit<PlatformConfig, "stack" | "environment"> {
    const { aws, network, cluster } = settings;
    return {
        ...settings,
        network: { ...network, availabilityZones: network.zones.map((letter) => `${aws.region}${letter}`) },
        cluster: { ...cluster, addons: { ...KUBERNETES_VERSIONS[cluster.version], ...cluster.addons } },
    };
}

function freeze<T extends object>(value: T): T {
    for (const child of Object.values(value)) {
        if (typeof child === "object" && child !== null) freeze(child);
    }
    return Object.freeze(value);
}
