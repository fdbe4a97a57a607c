import { randomBytes } from "node:crypto";
import type { Properties, Value } from "../cloud/values";
import type { Fake } from "./fake";
import type { Failure } from "./typings";

/** The input in which the bridge notes which inputs it made itself; the engine does not show it. */
export const DEFAULTS = "__defaults";

/** Random hex digits behind a logical name (pulumi-terraform-bridge, pkg/tfbridge/names.go). */
const DIGITS = 7;

/**
 * Gives a resource the physical name that the program left out: the logical name, a dash, seven hex digits;
 * a name made at an earlier check is kept, for the engine's random seed changes from run to run.
 * @param olds the inputs of the last check; empty for a new resource and for a replacement
 */
export function withAutoName(
    fake: Fake,
    logicalName: string,
    olds: Properties,
    news: Properties,
): { inputs: Properties; failures: Failure[] } {
    if (fake.autoName === undefined) return { inputs: news, failures: [] };
    const { property, maxLength } = fake.autoName;
    if (given(news[property]) || given(news[`${property}Prefix`])) return { inputs: news, failures: [] };
    const kept = isAutoNamed(olds, property) ? olds[property] : undefined;
    const name = kept ?? `${logicalName}-${randomBytes(4).toString("hex").slice(0, DIGITS)}`;
    const failures =
        typeof name === "string" && name.length > maxLength
            ? [
                  {
                      property,
                      reason: `name '${name}' is longer than maximum length ${maxLength}, please define an explicit name`,
                  },
              ]
            : [];
    return { inputs: { ...news, [property]: name, [DEFAULTS]: [property] }, failures };
}

/** Whether the physical name was made by the provider rather than by the program. */
export function isAutoNamed(inputs: Properties, property: string): boolean {
    const defaults = inputs[DEFAULTS];
    return Array.isArray(defaults) && defaults.includes(property);
}

function given(value: Value | undefined): boolean {
    return value !== undefined && value !== null;
}
