/** A ConfigError in the engine's terms. */
import * as pulumi from "@pulumi/pulumi";
import { ConfigError } from "./error";

/**
 * What to throw at the engine: a ConfigError becomes a RunError, which the engine prints without a stack trace;
 * anything else is a bug and stays as it is.
 *
 * The RunError carries no stack at all: the SDK formats it with colours although it prints the message alone, and
 * Node 20 takes half a minute for that when a frame lies in node_modules/@pulumi (util.inspect, markNodeModules).
 */
export function runError(error: unknown): unknown {
    if (!(error instanceof ConfigError)) return error;
    const forEngine = new pulumi.RunError(error.message);
    forEngine.stack = undefined;
    return forEngine;
}
