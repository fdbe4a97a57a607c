import type { CloudObject } from "../../cloud/account";
import { at } from "../../cloud/values";
import type { Call } from "../../plugin/call";

/**
 * The objects of the caller's region that refer to another one by a property.
 * @param path of the property that holds the id or a list of ids, `vpcConfig.subnetIds`
 * @param types the types to look at; all when left out
 */
export function dependents(path: string, id: string, call: Call, types?: readonly string[]): CloudObject[] {
    const candidates = types === undefined ? call.account.all() : types.flatMap((type) => call.list(type));
    return candidates.filter((candidate) => {
        if (candidate.region !== call.caller.region) return false;
        const value = at(candidate.properties, path);
        return value === id || (Array.isArray(value) && value.includes(id));
    });
}
