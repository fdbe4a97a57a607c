/** The frame of the sections' tests: every key of a section has a value that it refuses. */
import assert from "node:assert/strict";
import { loadConfig, type ConfigError, type Surroundings } from "../../../config";
import { assertOneIssue, changed, errorOf, type Changes } from "../changed";
import { schemaKeys } from "../schema-keys";
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

/** What the cases change: a stack's configuration that loads. Default: dvlp's. */
interface Base {
    readonly stack: string;
    /** On top of dvlp's file. */
    readonly changes: Changes;
    readonly today?: string;
    readonly surroundings?: Surroundings;
}

/** Groups whose cases stand apart from those of the section that they are in: they exclude the rest of it. */
const APART = ["cluster.existing"];

export function describeSection(
    section: string,
    cases: readonly KeyCase[],
    base: Base = { stack: "dvlp", changes: {} },
): void {
    const { stack, changes, today, surroundings } = base;
    const withValue = (path: string, value: Json): Record<string, string> =>
        changedOf({ ...changes, ...changesFor(path, value) });
    const error = (values: Record<string, string>): ConfigError =>
        errorOf(stack, values, [], today, surroundings);
    const load = (values: Record<string, string>): unknown =>
        loadConfig(stack, values, [], today, surroundings);
    const keys = schemaKeys().filter(({ path }) => isBelow(path, section));
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
                assertOneIssue(error(withValue(one.key, value)), {
                    key: `core-platform:${concrete(one.key)}`,
                    value: value ?? undefined,
                    problem: `must be ${one.expects}`,
                    remedy: index === 0 ? remedy : undefined,
                });
            }
        });
        for (const value of one.good ?? []) {
            it(`takes ${JSON.stringify(value)} for ${one.key}`, () => {
                load(withValue(one.key, value));
            });
        }
    }
    for (const group of keys.filter(
        ({ expectation, path }) => expectation === undefined && !path.includes("[]"),
    )) {
        it(`refuses anything but a group of keys for ${group.path}`, () => {
            const { issues } = error(withValue(group.path, "text"));
            assert.equal(issues[0].key, `core-platform:${concrete(group.path)}`);
            assert.match(issues[0].problem, /^must be a group of keys: \w+/);
            assert.equal(issues[0].remedy, "Write the keys below it, each on a line of its own.");
        });
    }
    for (const leaf of leaves.filter(({ path }) => !path.endsWith("<name>") && !path.endsWith("]"))) {
        if (leaf.path.includes("[]")) continue;
        const key = concrete(leaf.path);
        it(`${leaf.required ? "demands" : "does without"} ${leaf.path}`, () => {
            const values = changedOf({ ...changes, [key]: undefined });
            if (leaf.required) {
                const [issue] = error(values).issues;
                assert.deepEqual([issue.key, issue.value], [`core-platform:${key}`, undefined]);
                assert.equal(issue.remedy, `Write for example: ${leaf.expectation?.example}`);
            } else if (key !== "cluster.endpoint.public" && key !== "cluster.endpoint.publicAccessCidrs") {
                load(values);
            }
        });
    }
}

function isBelow(path: string, section: string): boolean {
    const below = (group: string): boolean => path === group || path.startsWith(`${group}.`);
    return below(section) && !APART.some((group) => group !== section && below(group));
}

/** All cases start from dvlp's file. */
function changedOf(changes: Changes): Record<string, string> {
    return changed("dvlp", changes);
}

function concrete(path: string): string {
    return path
        .replace(/\.(\w+)\.<name>/g, (_, group: string) => `.${group}.${NAMES[group]}`)
        .replace(/\[\]/g, "[0]");
}

function changesFor(path: string, value: Json): Changes {
    const key = concrete(path);
    const [list, field] = key.split("[0]");
    // Items of lists that the file leaves empty or out are set with their list.
    if (
        field === undefined ||
        ["zones[0]", "Endpoints[0]", "Cidrs[0]", "Types[0]"].some((end) => key.endsWith(end))
    ) {
        return { [key]: value };
    }
    const taint: { [key: string]: Json } = { key: "dedicated", value: "ci", effect: "NO_SCHEDULE" };
    return { [list]: [field === "" ? value : { ...taint, [field.slice(1)]: value }] };
}
