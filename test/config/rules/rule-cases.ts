/** The frame of the rules' tests: each rule of a file must have a case in which it fails, and alone fails. */
import assert from "node:assert/strict";
import type { Rule } from "../../../config/rules";
import { loadConfig, type Surroundings } from "../../../config";
import type { Json } from "../stack-files";
import { assertOneIssue, changed, errorOf, type Changes } from "../changed";

export interface RuleCase {
    /** Completes "refuses ...". */
    readonly refuses: string;
    /** The stack file that is changed. */
    readonly file: "dvlp" | "pprd" | "prod";
    /** The stack that has it. Default: the file's. */
    readonly stack?: string;
    /** Default: a day long ago, and long before that of any case. */
    readonly today?: string;
    /** Other stack files and kubeconfigs. Default: none. */
    readonly surroundings?: Surroundings;
    readonly change: Changes;
    /** Without the namespace. */
    readonly key: string;
    readonly value: Json;
    readonly problem?: string;
    readonly remedy: string;
    /** What the remedy says, done: then the stack loads. */
    readonly remedied: Changes;
}

export function describeRules(
    rules: readonly Rule[],
    cases: Readonly<Record<string, readonly RuleCase[]>>,
): void {
    it("has a failing case for every rule", () => {
        assert.deepEqual(
            rules.map(({ name }) => name),
            Object.keys(cases),
        );
        for (const [name, list] of Object.entries(cases)) assert.notEqual(list.length, 0, name);
    });
    for (const rule of rules) {
        describe(`${rule.name}: ${rule.title}`, () => {
            for (const one of cases[rule.name] ?? []) checkCase(rule, one);
        });
    }
}

function checkCase(
    rule: Rule,
    {
        refuses,
        file,
        stack = file,
        today = "2026-01-01",
        surroundings,
        change,
        key,
        value,
        problem,
        remedy,
        remedied,
    }: RuleCase,
): void {
    it(`refuses ${refuses}`, () => {
        const error = errorOf(stack, changed(file, change), [], today, surroundings);
        assertOneIssue(error, { key: `core-platform:${key}`, value, problem, remedy });
        // With the error undone the stack loads: nothing else was at fault.
        loadConfig(stack, changed(file, { ...change, ...remedied }), [], today, surroundings);
        const documented = key
            .replace(/\[\d+\]/g, "[]")
            .replace(/\["[^"]+"\]/g, ".<name>")
            .replace(/(access|nodeGroups)\.[\w-]+/, "$1.<name>");
        assert.ok(rule.keys.includes(documented), `the rule does not list ${documented}`);
    });
}
