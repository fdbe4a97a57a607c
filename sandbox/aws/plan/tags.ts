import type { Caller } from "../../plugin/call";
import type { Failure } from "../../plugin/typings";
import { hasUnknown, isObject, UNKNOWN, type Value } from "../../cloud/values";

/** A resource's own tags over the provider's default tags; one unknown tag makes all of them unknown. */
export function tagsAll(tags: Value | undefined, caller: Caller): Value {
    if (tags === UNKNOWN || hasUnknown(tags)) return UNKNOWN;
    return { ...caller.defaultTags, ...(isObject(tags) ? tags : {}) };
}

/** Source: https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html#id_tags_naming_best_practices */
const LIMITS = { tags: 50, key: 128, value: 256, reserved: "aws:" };

/**
 * What is wrong with a resource's merged tags. AWS says so during an update, each service in its own words; here it
 * is said at preview, once for all types.
 */
export function checkTags(all: Value | undefined): Failure[] {
    if (!isObject(all)) return [];
    const failures = Object.entries(all).flatMap(([key, value]) => checkTag(key, value));
    const count = Object.keys(all).length;
    if (count > LIMITS.tags) {
        const reason = `${count} tags with the provider's default tags; AWS takes at most ${LIMITS.tags} a resource`;
        failures.push({ property: "tags", reason });
    }
    return failures;
}

function checkTag(key: string, value: Value): Failure[] {
    const failures: Failure[] = [];
    const fail = (reason: string): void => void failures.push({ property: `tags.${key}`, reason });
    if (key === "" || key.length > LIMITS.key)
        fail(`a tag's key has 1 to ${LIMITS.key} characters, this one ${key.length}`);
    if (key.toLowerCase().startsWith(LIMITS.reserved))
        fail(`keys that begin with "${LIMITS.reserved}" are reserved for AWS`);
    if (typeof value === "string" && value.length > LIMITS.value)
        fail(`a tag's value has at most ${LIMITS.value} characters, this one ${value.length}`);
    return failures;
}
