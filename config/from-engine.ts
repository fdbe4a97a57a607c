/** The bridge to the engine. */
import * as pulumi from "@pulumi/pulumi";
import { dayOf } from "./day";
import { loadConfig } from "./load";
import { runError } from "./run-error";
import type { PlatformConfig } from "./schema";
import { surroundingsIn } from "./surroundings";

/**
 * The configuration of the stack that the engine runs. To be called once, from `index.ts`, before anything is
 * created.
 * @throws pulumi.RunError with the message of a ConfigError: the engine prints that without a stack trace
 */
export function configFromEngine(): PlatformConfig {
    try {
        // The engine's project holds the stack files: the repository, or the copy that the sandbox makes of it.
        const surroundings = surroundingsIn(pulumi.getRootDirectory(), process.cwd());
        const values = pulumi.runtime.allConfig();
        return loadConfig(pulumi.getStack(), values, secretKeys(), dayOf(), surroundings);
    } catch (error) {
        throw runError(error);
    }
}

/** The language host hands over which keys are secret; the SDK keeps its reader of it to itself. */
function secretKeys(): string[] {
    const keys: unknown = JSON.parse(process.env.PULUMI_CONFIG_SECRET_KEYS || "[]");
    return Array.isArray(keys) ? keys.map(String) : [];
}
