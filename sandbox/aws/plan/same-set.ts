import { equal, type Value } from "../../cloud/values";

/** Whether two lists hold the same items, in whatever order: how the provider compares what it declares as a set. */
export function sameSet(before: Value, after: Value): boolean {
    if (!Array.isArray(before) || !Array.isArray(after) || before.length !== after.length) return false;
    const rest = [...after];
    return before.every((item) => {
        const index = rest.findIndex((candidate) => equal(item, candidate));
        if (index < 0) return false;
        rest.splice(index, 1);
        return true;
    });
}
