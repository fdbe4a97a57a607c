import { GLOBAL, stackOf, type Account, type CloudObject } from "../cloud/account";
import { principalOf } from "../cloud/principal";
import { equal, isObject, type Properties } from "../cloud/values";
import type { Caller } from "../plugin/call";

/** Where services without a region live. Source: https://docs.aws.amazon.com/general/latest/gr/iam-service.html */
const HOME = "us-east-1";

/** Somebody of the account, who works where the object lies. */
export function personOf(account: Account, object: CloudObject): Caller {
    return {
        stack: stackOf(object),
        accountId: account.id,
        principal: principalOf(account.id),
        partition: "aws",
        region: object.region === GLOBAL ? HOME : object.region,
        defaultTags: {},
    };
}

/**
 * AWS knows one set of tags of a resource, which the provider shows twice: as the resource's own, and together with
 * its default tags. A tag that somebody changes changes in both.
 */
export function retagged(properties: Properties, before: Properties): Properties {
    if (!isObject(properties.tagsAll) || equal(properties.tags, before.tags)) return properties;
    const tags = isObject(properties.tags) ? properties.tags : {};
    const gone = Object.keys(isObject(before.tags) ? before.tags : {}).filter((key) => !(key in tags));
    const others = Object.entries(properties.tagsAll).filter(([key]) => !gone.includes(key));
    return { ...properties, tagsAll: { ...Object.fromEntries(others), ...tags } };
}
