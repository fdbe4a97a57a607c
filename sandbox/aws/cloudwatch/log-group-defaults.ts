import type { Properties } from "../../cloud/values";
import type { Caller } from "../../plugin/call";
import { arn } from "../format/ids";

/** What the provider and CloudWatch fill in. Source: terraform-provider-aws, internal/service/logs/group.go. */
export const LOG_GROUP_DEFAULTS: Properties = {
    deletionProtectionEnabled: false,
    logGroupClass: "STANDARD",
    // Zero days: the events never expire.
    retentionInDays: 0,
    skipDestroy: false,
};

/** The ARN as the provider shows it, without the `:*` that stands for the group's streams. */
export function logGroupArn(name: string, caller: Caller): string {
    return arn("logs", `log-group:${name}`, caller);
}

/** A log group as another service makes it for itself: nobody's tags, and it keeps everything for ever. */
export function unmanagedLogGroup(name: string, caller: Caller): Properties {
    return {
        ...LOG_GROUP_DEFAULTS,
        name,
        namePrefix: "",
        arn: logGroupArn(name, caller),
        region: caller.region,
        tags: {},
        tagsAll: {},
    };
}
