import { accounts } from "../../cloud/location";
import { stackOfUrn } from "../../cloud/account";
import { trailOf, type TrailEvent } from "../../cloud/trail";
import type { Place } from "../place";
import { answerJson, shortType, type Options } from "./objects";
import { requireStack } from "./stacks";

export interface TrailOptions extends Options {
    /** Only the calls that were refused. */
    errors?: boolean;
    /** Also the calls that only read. */
    reads?: boolean;
    /** Only so many of the newest. */
    last?: number;
}

/** `trail`: who called what, when, for which resource, and how it ended, in the order of time. */
export function showTrail(place: Place, options: TrailOptions): void {
    if (options.stack !== undefined) requireStack(place, options.stack);
    const events = accounts(place.cloud)
        .flatMap(trailOf)
        .filter((event) => isWanted(event, options))
        .sort((a, b) => (a.eventTime < b.eventTime ? -1 : Number(a.eventTime > b.eventTime)))
        .slice(options.last === undefined ? 0 : -options.last);
    if (options.json) return answerJson(events);
    process.stdout.write(
        events.length === 0 ? "No such call is on record.\n" : events.map(lineOf).join("") + count(events),
    );
}

function isWanted(
    event: TrailEvent,
    { stack, type = "", errors = false, reads = false }: TrailOptions,
): boolean {
    if (stack !== undefined && (event.urn === undefined || stackOfUrn(event.urn) !== stack)) return false;
    if (errors && event.errorCode === undefined) return false;
    if (!reads && event.readOnly && event.errorCode === undefined) return false;
    return event.resources.some((resource) => resource.type.toLowerCase().includes(type.toLowerCase()));
}

/** Two lines where a call was refused: the second says why. */
function lineOf(event: TrailEvent): string {
    const [{ type, id }] = event.resources;
    const name = event.urn?.split("::").at(-1);
    const what = [shortType(type), name, id === name ? undefined : id].filter((part) => part !== undefined);
    const line = `${event.eventTime}  ${who(event)}  ${event.eventName}  ${what.join(" ")}\n`;
    return event.errorCode === undefined
        ? line
        : `${line}    refused: ${event.errorCode}: ${event.errorMessage ?? ""}\n`;
}

/** The role or user behind an ARN: `assumed-role/core-platform-deployer/me` -> `core-platform-deployer`. */
function who({ userIdentity }: TrailEvent): string {
    const [, , , , , ...rest] = userIdentity.arn.split(":");
    const [kind, name] = rest.join(":").split("/");
    return name ?? kind;
}

function count(events: readonly TrailEvent[]): string {
    return `${events.length} call${events.length === 1 ? "" : "s"}\n`;
}
