/** The three stack files of the repository, as the engine hands them to the program. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** The parsed file, with its comments gone and its key order kept. */
export function readStackFile(stack: string): { [key: string]: Json } {
    return parse(readFileSync(join(__dirname, "../..", `Pulumi.${stack}.yaml`), "utf8"));
}

/** The `config` of a stack file as the engine hands it over: scalars as text, everything else as JSON. */
export function engineValues(stack: string): Record<string, string> {
    return asEngineValues(readStackFile(stack).config as Record<string, Json>);
}

export function asEngineValues(config: Record<string, Json>): Record<string, string> {
    return Object.fromEntries(
        Object.entries(config).map(([key, value]) => [
            key,
            typeof value === "object" ? JSON.stringify(value) : String(value),
        ]),
    );
}
