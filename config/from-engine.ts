/** The bridge to the engine. */
import * as pulumi from "@pulumi/pulumi";
import { loadConfig } from "./load";
import { runError } from "./run-error";
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
        throw runError(error);
    }
}

/** The language host hands over which keys are secret; the SDK keeps its reader of it to itself. */
function secretKeys(): string[] {
    const keys: unknown = JSON.parse(process.env.PULUMI_CONFIG_SECRET_KEYS || "[]");
    return Array.isArray(keys) ? keys.map(String) : [];
}
