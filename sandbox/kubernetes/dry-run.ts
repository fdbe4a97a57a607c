import type { Call } from "../plugin/call";
import { isAllowed } from "./access";
import { callerOf, isAlive, isUnreachable } from "./connection";
import type { Attempt } from "./types";
import { userOf } from "./users";

/**
 * Whether a preview can ask the API server: where it can't be reached, or the caller may not, the real provider shows
 * the inputs as they are. Source: pulumi-kubernetes provider/pkg/provider/provider.go, Create and Update.
 */
export function canTry(attempts: readonly Attempt[], call: Call): boolean {
    const { connection } = callerOf(call);
    if (isUnreachable(connection) || !isAlive(connection, call.account)) return false;
    const user = userOf(connection, call.account);
    return user !== undefined && attempts.every((attempt) => isAllowed(user, attempt));
}
