import assert from "node:assert/strict";
import type { Replacements } from "../../../sandbox/plugin/replacement";
import type { Property } from "../../../sandbox/plugin/typings";

/** The forms in which a row may say where it is written. */
const SOURCES = [
    /^terraform-provider-aws internal\/service\/[a-z0-9]+\/\w+\.go, [\w ()]+$/,
    /^pulumi-aws provider\/[\w/.-]+\.go, [\w ()]+$/,
    /^pulumi-kubernetes provider\/[\w/.-]+\.go, [\w ()]+$/,
    /^@pulumi\/[a-z]+ [\w/.]+\.d\.ts, [\w.]+$/,
    /^https:\/\/docs\.aws\.amazon\.com\/\S+$/,
];

/** Insists that every row of a type's replacements names an input that the typings have, and a source. */
export function assertReplacements(
    type: string,
    rows: Replacements,
    inputs: Readonly<Record<string, Property>>,
): void {
    for (const [path, row] of Object.entries(rows)) {
        assert.ok(leadsSomewhere(inputs, path.split(".")), `${type} has no input ${path}`);
        const source = typeof row === "string" ? row : row.source;
        assert.ok(
            SOURCES.some((form) => form.test(source)),
            `${type} ${path}: no known form of a source: '${source}'`,
        );
    }
}

function leadsSomewhere(properties: Readonly<Record<string, Property>>, [key, ...rest]: string[]): boolean {
    if (!Object.hasOwn(properties, key)) return false;
    let kind: Property = properties[key];
    while (kind.kind === "list" || kind.kind === "map") kind = kind.of;
    return rest.length === 0 || (kind.kind === "object" && leadsSomewhere(kind.properties, rest));
}
