import type { Caller } from "../plugin/call";
import { hasUnknown, isObject, UNKNOWN, type Value } from "../cloud/values";

/** A resource's own tags over the provider's default tags; one unknown tag makes all of them unknown. */
export function tagsAll(tags: Value | undefined, caller: Caller): Value {
    if (tags === UNKNOWN || hasUnknown(tags)) return UNKNOWN;
    return { ...caller.defaultTags, ...(isObject(tags) ? tags : {}) };
}
