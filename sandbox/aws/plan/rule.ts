import { at, UNKNOWN, type Properties } from "../../cloud/values";
import type { Failure } from "../../plugin/typings";

/**
 * A rule of one property that the provider checks before it calls AWS, where checks.ts has no word for it.
 * @param path of the property, `vpcConfig.subnetIds`
 * @param holds decides over the value's text; it is not asked for absent and unknown values
 * @param rule the end of a sentence that begins with the property: "takes the role's name, not its ARN"
 */
export function planRule(
    inputs: Properties,
    path: string,
    holds: (value: string) => boolean,
    rule: string,
): Failure[] {
    const value = at(inputs, path);
    if (value === undefined || value === null || value === UNKNOWN) return [];
    if (typeof value === "object" || holds(String(value))) return [];
    return [{ property: path, reason: `${path} ${rule}; got ${JSON.stringify(value)}` }];
}
