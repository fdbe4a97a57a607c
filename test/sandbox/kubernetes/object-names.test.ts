import * as assert from "node:assert/strict";
import { keyProblems, labelNameProblems, labelValueProblems } from "../../../sandbox/kubernetes/object-names";

describe("Kubernetes' rules of names", () => {
    const rules: [string, (text: string) => string[], string[], Record<string, RegExp>][] = [
        [
            "a namespace",
            labelNameProblems,
            ["a", "a-1", "1a", "x".repeat(63)],
            {
                "": /^a lowercase RFC 1123 label must consist/,
                A: /^a lowercase RFC 1123 label/,
                "a.b": /^a lowercase RFC 1123 label/,
                "-a": /^a lowercase RFC 1123 label/,
                ["x".repeat(64)]: /^must be no more than 63 characters$/,
            },
        ],
        [
            "a key",
            keyProblems,
            ["a", "A.b_c-d", "example.com/Name", "a/b"],
            {
                "": /^name part must be non-empty$/,
                "example.com/": /^name part must be non-empty$/,
                "a b": /^name part must consist of alphanumeric characters/,
                "/a": /^prefix part must be non-empty$/,
                "Example/a": /^prefix part a lowercase RFC 1123 subdomain/,
                "a/b/c": /^a qualified name must consist of .* with an optional DNS subdomain prefix/,
                ["x".repeat(64)]: /^name part must be no more than 63 characters$/,
            },
        ],
        [
            "a label's value",
            labelValueProblems,
            ["", "a", "A_b.c-1"],
            {
                "a b": /^a valid label must be an empty string or consist of/,
                "-a": /^a valid label/,
                ["x".repeat(64)]: /^must be no more than 63 characters$/,
            },
        ],
    ];
    for (const [what, problems, right, wrong] of rules) {
        it(`let ${what} pass that keeps them`, () => {
            for (const text of right) assert.deepEqual(problems(text), [], text);
        });
        for (const [text, message] of Object.entries(wrong)) {
            it(`refuse ${what} "${text.slice(0, 20)}"`, () => assert.match(problems(text)[0], message));
        }
    }
});
