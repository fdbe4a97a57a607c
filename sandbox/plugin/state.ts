import { at, isObject, UNKNOWN, type Properties, type Value } from "../cloud/values";
import { DEFAULTS } from "./autoname";
import type { Fake } from "./fake";
import type { Kind, ResourceTyping } from "./typings";

/** Inputs without the provider's own notes, and without nulls: they say what a property that is left out says. */
export function bare(inputs: Properties): Properties {
    return Object.fromEntries(
        Object.entries(inputs).filter(([key, value]) => key !== DEFAULTS && value !== null),
    );
}

/** What the inputs of a new object and the service's defaults say of its state. */
export function initialState(fake: Fake, inputs: Properties): Properties {
    return { ...fake.defaults, ...bare(inputs) };
}

/** The state after an update: what the program dropped is gone or back to its default, what it gave is set. */
export function updatedState(
    fake: Fake,
    state: Properties,
    before: Properties,
    after: Properties,
): Properties {
    const given = bare(after);
    const kept = Object.entries(state).filter(([key]) => !(key in before) || key in given);
    return { ...fake.defaults, ...Object.fromEntries(kept), ...given };
}

/** Adds what the service computes inside given objects: from the state where it is known, else as unknown. */
export function withComputedInside(fake: Fake, properties: Properties, state: Properties): Properties {
    const result = { ...properties };
    for (const path of fake.computedInside ?? []) {
        const [outer, inner] = path.split(".");
        const object = result[outer];
        if (!isObject(object) || inner in object) continue;
        result[outer] = { ...object, [inner]: at(state, path) ?? UNKNOWN };
    }
    return result;
}

/** The inputs as a refresh finds them: those that were given, and for an import all that can be. */
export function refreshedInputs(typing: ResourceTyping, inputs: Properties, state: Properties): Properties {
    const isImport = Object.keys(inputs).length === 0;
    const names = isImport
        ? Object.keys(typing.inputs)
        : Object.keys(inputs).filter((name) => name !== DEFAULTS);
    const found = names
        .filter((name) => name in state)
        .map((name) => [name, projected(typing.inputs[name], inputs[name], state[name])] as const);
    const notes: Properties = DEFAULTS in inputs ? { [DEFAULTS]: inputs[DEFAULTS] } : {};
    return { ...Object.fromEntries(found), ...notes };
}

/**
 * The part of a state value that the program gave: in an object, what the service added is not the program's,
 * and a later preview must not show its removal. What was added to a list or a map from outside stays: it is drift.
 * @param given the value of the last inputs; undefined for an import
 */
function projected(kind: Kind | undefined, given: Value | undefined, found: Value): Value {
    if (kind?.kind === "object" && isObject(given) && isObject(found)) {
        return Object.fromEntries(
            Object.entries(found)
                .filter(([key]) => key in given)
                .map(([key, value]) => [key, projected(kind.properties[key], given[key], value)]),
        );
    }
    if (kind?.kind === "list" && Array.isArray(given) && Array.isArray(found)) {
        return found.map((item, index) => projected(kind.of, given[index], item));
    }
    return found;
}
