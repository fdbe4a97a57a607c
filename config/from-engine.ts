/** The bridge to the engine, and the only file of config/ that imports Pulumi. */
import * as pulumi from "@pulumi/pulumi";
import { ConfigError } from "./error";
import { loadConfig } from "./load";
import type { PlatformConfig } from "./schema";

/**
 * The configuration of the stack that the engine runs. To be called once, from `index.ts`, before anything is
 * created.
 * @throws pulumi.RunError with the message of a ConfigError: the engine prints that without a stack trace
 */
export function configFromEngine(): PlatformConfig {
    try {
        return loadConfig(pulumi.getStack(), pulumi.runtime.allConfig(), secretKeys());
    } catch (error) {
        if (error instanceof ConfigError) throw new pulumi.RunError(error.message);
        throw error;
    }
}

/** The language host hands over which keys are secret; the SDK keeps its reader of it to itself. */
function secretKeys(): string[] {
    const keys: unknown = JSON.parse(process.env.PULUMI_CONFIG_SECRET_KEYS || "[]");
    return Array.isArray(keys) ? keys.map(String) : [];
}
