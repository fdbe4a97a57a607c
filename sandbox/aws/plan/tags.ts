import type { Caller } from "../../plugin/call";
import type { Failure } from "../../plugin/typings";
import { hasUnknown, isObject, UNKNOWN, type Properties, type Value } from "../../cloud/values";

/**
 * A resource's own tags over the provider's default tags, without those that it ignores; one unknown tag makes all of
 * them unknown. Source: pulumi-aws provider/tags.go, mergeTags.
 */
export function tagsAll(tags: Value | undefined, caller: Caller): Value {
    if (tags === UNKNOWN || hasUnknown(tags)) return UNKNOWN;
    return seen({ ...caller.defaultTags, ...(isObject(tags) ? tags : {}) }, caller);
}

/**
 * What the provider shows of a resource: the tags that it ignores are not there.
 * Source: terraform-provider-aws, internal/provider/sdkv2/tags_interceptor.go (After Read).
 */
export function withoutIgnoredTags(properties: Properties, caller: Caller): Properties {
    return overTags(properties, (tags) => seen(tags, caller));
}

/** The tags after an update: those that the provider ignores stay as they are, it touches what it sees. */
export function withIgnoredTags(properties: Properties, before: Properties, caller: Caller): Properties {
    return overTags(properties, (tags, name) => {
        const there = before[name];
        const ignored = Object.entries(isObject(there) ? there : {}).filter(([key]) => ignores(key, caller));
        return { ...tags, ...Object.fromEntries(ignored) };
    });
}

function overTags(
    properties: Properties,
    change: (tags: Properties, name: string) => Properties,
): Properties {
    const changed = ["tags", "tagsAll"].flatMap((name) => {
        const tags = properties[name];
        return isObject(tags) ? [[name, change(tags, name)] as const] : [];
    });
    return { ...properties, ...Object.fromEntries(changed) };
}

function seen(tags: Properties, caller: Caller): Properties {
    return Object.fromEntries(Object.entries(tags).filter(([key]) => !ignores(key, caller)));
}

function ignores(key: string, { ignoredTags }: Caller): boolean {
    const { keys = [], keyPrefixes = [] } = ignoredTags ?? {};
    return keys.includes(key) || keyPrefixes.some((prefix) => key.startsWith(prefix));
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
