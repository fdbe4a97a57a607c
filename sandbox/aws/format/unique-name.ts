import { randomBytes } from "node:crypto";
import { text, type Properties } from "../../cloud/values";

/** Characters that the provider puts behind a prefix; a prefix may be that much shorter than a name. */
export const SUFFIX_LENGTH = 26;

/**
 * The name of an object as the provider makes it: the given one, else the given prefix with a unique end.
 * Sources: terraform-provider-aws, internal/create/naming.go, Name; hashicorp/terraform-plugin-sdk,
 * helper/id/id.go, PrefixedUniqueId.
 * @param prefix what stands in front where the program gives neither; the provider's usual one when left out
 * @param property that holds the name; the one with the prefix is called after it
 */
export function uniqueName(inputs: Properties, prefix = "terraform-", property = "name"): string {
    return text(inputs[property]) ?? `${text(inputs[`${property}Prefix`]) ?? prefix}${uniqueEnd()}`;
}

/** The time to a tenth of a millisecond, and eight hex digits that are a counter in the provider. */
function uniqueEnd(): string {
    const time = new Date().toISOString().replace(/\D/g, "");
    return `${time}0${randomBytes(4).toString("hex")}`;
}
