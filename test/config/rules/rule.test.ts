import assert from "node:assert/strict";
import type { ConfigIssue } from "../../../config";
import { BROKEN, readTree, Unreadable } from "../../../config/read-tree";
import { eachEntry, eachItem, findingsOf, type Rule } from "../../../config/rules/rule";
import { NO_SURROUNDINGS } from "../../../config/surroundings";
import type { StackSettings } from "../../../config/schema";
import { z } from "zod";

function finding(key: string): ConfigIssue {
    return { key, value: 0, problem: "is wrong", remedy: "Do better." };
}

function subjectWith(check: Rule["check"], environments?: Rule["environments"]): string[] {
    const rule: Rule = { name: "r", title: "R.", keys: [], environments, check };
    return findingsOf(rule, {
        stack: "dvlp",
        today: "2026-01-01",
        environment: "dvlp",
        settings: {} as StackSettings,
        onExistingCluster: false,
        surroundings: NO_SURROUNDINGS,
    }).map(({ key }) => key);
}

describe("config/rules/rule", () => {
    it("keeps what a rule found before it met a value that can't be read", () => {
        const found = subjectWith(function* () {
            yield finding("before");
            throw new Unreadable("x");
        });
        assert.deepEqual(found, ["before"]);
    });

    it("lets a bug in a rule through", () => {
        const buggy = () => {
            throw new TypeError("bug");
        };
        assert.throws(() => subjectWith(buggy), TypeError);
    });

    it("asks a rule only where it applies", () => {
        const check = () => [finding("k")];
        assert.deepEqual(subjectWith(check, ["prod"]), []);
        assert.deepEqual(subjectWith(check, ["dvlp"]), ["k"]);
        assert.deepEqual(subjectWith(check), ["k"]);
    });

    it("goes on to the next entry or item after one that can't be read", () => {
        const entries = readTree(z.record(z.string(), z.string()), { a: BROKEN, b: "x" }, "", []);
        const items = readTree(z.array(z.string()), [BROKEN, "x"], "", []);
        const named = eachEntry(entries as Record<string, string>, (name, entry) => [finding(name + entry)]);
        const listed = eachItem(items as string[], (item, index) => [finding(index + item)]);
        assert.deepEqual(
            [...named, ...listed].map(({ key }) => key),
            ["bx", "1x"],
        );
    });
});
