/** The frame of the sections' tests: every key of a section has a value that it refuses. */
import assert from "node:assert/strict";
import { loadConfig } from "../../../config";
import { assertOneIssue, changed, errorOf } from "../changed";
import { schemaKeys, type SchemaKey } from "../schema-keys";
import type { Json } from "../stack-files";

export interface KeyCase {
    /** The key of the schema: `cluster.access.<name>.policy`. */
    readonly key: string;
    /** Values it refuses; each must give exactly one error, at `at`. */
    readonly bad: readonly Json[];
    /** What follows "must be"; the table of docs/config.md says the same. */
    readonly expects: string;
    /** The whole remedy for the first of `bad`. Default: as an example is given. */
    readonly remedy?: string;
    /** Values that it takes. */
    readonly good?: readonly Json[];
}

/** Stands for `<name>` and for the item of a list when a case is tried. */
const NAMES: Readonly<Record<string, string>> = { access: "engineers", nodeGroups: "system", labels: "pool" };

export function describeSection(section: string, cases: readonly KeyCase[]): void {
    const keys = schemaKeys().filter(({ path }) => path.split(".")[0] === section);
    const leaves = keys.filter(({ expectation }) => expectation !== undefined);

    it("has a failing case for every key", () => {
        assert.deepEqual(
            cases.map(({ key }) => key),
            leaves.map(({ path }) => path),
        );
    });
    for (const one of cases) {
        it(`refuses what ${one.key} can't be`, () => {
            const example = leaves.find(({ path }) => path === one.key)?.expectation?.example;
            assert.notEqual(one.bad.length, 0);
            for (const [index, value] of one.bad.entries()) {
                // A word that is near to what is meant has a remedy of its own.
                const remedy = one.remedy ?? `Write for example: ${example}`;
                const error = errorOf("dvlp", withValue(one.key, value));
                assertOneIssue(error, {
                    key: `core-platform:${concrete(one.key)}`,
                    value: value ?? undefined,
                    problem: `must be ${one.expects}`,
                    remedy: index === 0 ? remedy : undefined,
                });
            }
        });
        for (const value of one.good ?? []) {
            it(`takes ${JSON.stringify(value)} for ${one.key}`, () => {
                loadConfig("dvlp", withValue(one.key, value));
            });
        }
    }
    for (const group of keys.filter(
        ({ expectation, path }) => expectation === undefined && !path.includes("[]"),
    )) {
        it(`refuses anything but a group of keys for ${group.path}`, () => {
            const { issues } = errorOf("dvlp", withValue(group.path, "text"));
            assert.equal(issues[0].key, `core-platform:${concrete(group.path)}`);
            assert.match(issues[0].problem, /^must be a group of keys: \w+/);
            assert.equal(issues[0].remedy, "Write the keys below it, each on a line of its own.");
        });
    }
    for (const leaf of leaves.filter(({ path }) => !path.endsWith("<name>") && !path.endsWith("]"))) {
        describeAbsence(leaf);
    }
}

function describeAbsence(leaf: SchemaKey): void {
    const key = concrete(leaf.path);
    if (leaf.path.includes("[]")) return;
    it(`${leaf.required ? "demands" : "does without"} ${leaf.path}`, () => {
        const values = changed("dvlp", { [key]: undefined });
        if (leaf.required) {
            const [issue] = errorOf("dvlp", values).issues;
            assert.deepEqual([issue.key, issue.value], [`core-platform:${key}`, undefined]);
            assert.equal(issue.remedy, `Write for example: ${leaf.expectation?.example}`);
        } else if (key !== "cluster.endpoint.public" && key !== "cluster.endpoint.publicAccessCidrs") {
            loadConfig("dvlp", values);
        }
    });
}

function concrete(path: string): string {
    return path
        .replace(/\.(\w+)\.<name>/g, (_, group: string) => `.${group}.${NAMES[group]}`)
        .replace(/\[\]/g, "[0]");
}

function withValue(path: string, value: Json): Record<string, string> {
    const key = concrete(path);
    const [list, field] = key.split("[0]");
    // Items of lists that the file leaves empty or out are set with their list.
    if (
        field === undefined ||
        ["zones[0]", "Endpoints[0]", "Cidrs[0]", "Types[0]"].some((end) => key.endsWith(end))
    ) {
        return changed("dvlp", { [key]: value });
    }
    const taint: { [key: string]: Json } = { key: "dedicated", value: "ci", effect: "NO_SCHEDULE" };
    return changed("dvlp", { [list]: [field === "" ? value : { ...taint, [field.slice(1)]: value }] });
}
