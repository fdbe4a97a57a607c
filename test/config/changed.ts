/** Stack files with one thing changed, and the errors that loading them gives. */
import assert from "node:assert/strict";
import { ConfigError, loadConfig, type ConfigIssue, type Surroundings } from "../../config";
import { asEngineValues, readStackFile, type Json } from "./stack-files";

/** New values by path without the namespace, `network.zones[1]`; undefined removes the key. */
export type Changes = Readonly<Record<string, Json | undefined>>;

/** The engine's values for a stack file of the repository, changed. */
export function changed(file: string, changes: Changes): Record<string, string> {
    const config = readStackFile(file).config as { [key: string]: Json };
    for (const [path, value] of Object.entries(changes)) set(config, `core-platform:${path}`, value);
    return asEngineValues(config);
}

function set(root: { [key: string]: Json }, path: string, value: Json | undefined): void {
    const steps = path.replace(/\[(\d+)\]/g, ".$1").split(".");
    const last = steps.pop() as string;
    let parent = root;
    for (const step of steps) {
        assert.ok(typeof parent[step] === "object" && parent[step] !== null, `${path}: there is no ${step}`);
        parent = parent[step] as { [key: string]: Json };
    }
    if (value === undefined) delete parent[last];
    // A copy: what is set below it later must not change the caller's.
    else parent[last] = structuredClone(value);
}

/** The error that loading gives; fails when there is none. */
export function errorOf(
    stack: string,
    values: Record<string, string>,
    secretKeys?: string[],
    today?: string,
    surroundings?: Surroundings,
): ConfigError {
    try {
        loadConfig(stack, values, secretKeys, today, surroundings);
    } catch (error) {
        assert.ok(error instanceof ConfigError, `not a user's error: ${String(error)}`);
        return error;
    }
    return assert.fail("loading gave no error");
}

/** What an error must say, and that the person who gets it reads all of it, on 80 columns. */
export function assertOneIssue(
    error: ConfigError,
    expected: Pick<ConfigIssue, "key" | "value"> & Partial<ConfigIssue>,
) {
    assert.deepEqual(
        error.issues.map(({ key }) => key),
        [expected.key],
    );
    const [issue] = error.issues;
    assert.deepEqual(issue.value, expected.value);
    if (expected.problem !== undefined) assert.equal(issue.problem, expected.problem);
    if (expected.remedy !== undefined) assert.equal(issue.remedy, expected.remedy);
    const read = error.message.replace(/\s+/g, " ");
    assert.ok(read.includes(issue.key), error.message);
    assert.ok(read.includes(issue.problem), error.message);
    assert.ok(read.includes(issue.remedy), error.message);
    // A key is one word, to be copied as it is: a long label name makes its line longer.
    const lines = error.message.split("\n").filter((line) => line !== `1. ${issue.key}`);
    assert.deepEqual(
        lines.filter((line) => line.length > 76),
        [],
    );
}
