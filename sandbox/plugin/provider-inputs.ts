import { UNKNOWN, type Properties, type Value } from "../cloud/values";
import type { Package } from "./package";
import { checkAgainst, type Failure, type Property } from "./typings";

/** What the engine puts beside the inputs that the program gave to a provider. */
const ADDED_BY_ENGINE = ["version", "pluginDownloadURL"];

/** The inputs of a provider as values: the protocol carries every one that is not a string as JSON text. */
export function providerInputs(pkg: Package, inputs: Properties): Properties {
    const typing = typingOf(pkg);
    return Object.fromEntries(
        Object.entries(inputs).map(([key, value]) => {
            const isJson =
                typeof value === "string" &&
                value !== UNKNOWN &&
                (typing[key]?.kind ?? "string") !== "string";
            return [key, isJson ? parsed(key, value) : value];
        }),
    );
}

/** What is wrong with the inputs of a provider: names, kinds, and the package's own rules. */
export function checkProviderInputs(pkg: Package, inputs: Properties): Failure[] {
    const values = providerInputs(pkg, inputs);
    const given = Object.fromEntries(
        Object.entries(values).filter(([key]) => !ADDED_BY_ENGINE.includes(key)),
    );
    return [...checkAgainst(typingOf(pkg), given), ...(pkg.checkProvider?.(values) ?? [])];
}

function typingOf(pkg: Package): Record<string, Property> {
    return pkg.typings.resources[`pulumi:providers:${pkg.typings.package}`].inputs;
}

function parsed(key: string, value: string): Value {
    try {
        return JSON.parse(value) as Value;
    } catch (error) {
        throw new Error(`the provider's ${key} is no JSON: ${(error as Error).message}`);
    }
}
