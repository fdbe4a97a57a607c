import type { Call } from "../plugin/call";
import type { Intent } from "../plugin/package";
import { forbidden, isAllowed } from "./access";
import { callerOf, gone, isAlive, isUnreachable } from "./connection";
import { fakeOfType } from "./fakes";
import { release } from "./release";
import { userOf } from "./users";
import type { Attempt, Unreachable } from "./types";

/** Refuses calls to a cluster that cannot be reached, and requests that no access policy of the caller allows. */
export function authorize(call: Call, intent: Intent): "gone" | void {
    const { connection } = callerOf(call);
    if (isUnreachable(connection)) return refuseUnreachable(call, intent, connection);
    if (!isAlive(connection, call.account)) return refuseUnreachable(call, intent, gone(connection));
    const fake = fakeOfType(call.type);
    // Entries and policies are looked at for every call: they change while a provider runs.
    const user = userOf(connection, call.account);
    if (user === undefined) {
        refuse(call, intent, { sentence: "the server has asked for the client to provide credentials" });
    }
    const refused = fake?.attempts(intent, call).find((attempt) => !isAllowed(user, attempt));
    if (refused !== undefined) refuse(call, intent, { ...refused, sentence: forbidden(user, refused) });
    if (intent.id !== undefined) fake?.appear?.(intent.id, call);
}

/** Words a refusal of the API server as the caller of it does: Helm's storage, or the provider. */
function refuse(call: Call, { verb }: Intent, refused: Pick<Attempt, "said"> & { sentence: string }): never {
    const sentence = `${refused.said ?? ""}${refused.sentence}`;
    return call.refuse("Forbidden", {
        sentence: call.type === release.type ? sentence : inProvidersWords(verb, call.urn, sentence),
    });
}

/**
 * The words of the provider around those of the API server, for everything but Helm releases.
 * Source: pulumi-kubernetes provider/pkg/provider/provider.go, Create, Update.
 */
export function inProvidersWords(operation: string, urn: string, sentence: string): string {
    switch (operation) {
        case "create":
            return `resource "${urn}" was not successfully created by the Kubernetes API server: ${sentence}`;
        case "update":
            return `update of resource "${urn}" failed: ${sentence}`;
        default:
            return sentence;
    }
}

/** A release refuses to be deleted even where other objects are dropped with their cluster. */
function refuseUnreachable(call: Call, { verb }: Intent, { reason }: Unreachable): "gone" {
    const { deleteUnreachable } = callerOf(call);
    const isRelease = call.type === release.type;
    if (deleteUnreachable && (verb === "read" || (verb === "delete" && !isRelease))) return "gone";
    if (verb === "read") return call.refuse("UnreachableRead");
    if (isRelease && verb === "delete")
        return call.refuse("UnreachableDelete", { reason: JSON.stringify(reason) });
    if (isRelease) return call.refuse("UnreachableWrite", { verb, reason });
    if (verb === "delete") return call.refuse("UnreachableDelete");
    return call.refuse("UnreachableWrite", { reason });
}
