/** What a rule across keys is: data, so that docs and tests can go through the list. */
import type { Environment } from "../../environments";
import type { ConfigIssue } from "../error";
import { asWritten, Unreadable } from "../read-tree";
import type { StackSettings } from "../schema";
import type { Surroundings } from "../surroundings";

/** What a rule looks at. Reading a value that has an error of its own throws Unreadable. */
export interface Subject {
    readonly stack: string;
    /** `2026-11-21`, in UTC. */
    readonly today: string;
    readonly environment: Environment;
    /** Reading a section that the stack has no use for throws Unreadable, too. */
    readonly settings: StackSettings;
    /** Whether the stack runs on a cluster that is there already: `cluster.existing`. */
    readonly onExistingCluster: boolean;
    readonly surroundings: Surroundings;
}

export interface Rule {
    /** Its name in docs/config.md. */
    readonly name: string;
    /** What holds when the rule is kept: a sentence. */
    readonly title: string;
    /** The keys that it may find at fault, as docs/config.md writes them, without the namespace. */
    readonly keys: readonly string[];
    /** Where it applies. Default: everywhere. */
    readonly environments?: readonly Environment[];
    /** Yields what is wrong; keys are without the namespace. */
    check(settings: StackSettings, subject: Subject): Iterable<ConfigIssue>;
}

/** All that a rule finds before it meets a value that can't be read. */
export function findingsOf(rule: Rule, subject: Subject): ConfigIssue[] {
    const findings: ConfigIssue[] = [];
    skipUnreadable(() => {
        if (rule.environments !== undefined && !rule.environments.includes(subject.environment)) return;
        for (const finding of rule.check(subject.settings, subject))
            findings.push({ ...finding, value: asWritten(finding.value) });
    });
    return findings;
}

/** Goes through named entries; one that can't be read hides nothing of the others. */
export function* eachEntry<T>(
    entries: Readonly<Record<string, T>>,
    check: (name: string, entry: T) => Iterable<ConfigIssue>,
): Iterable<ConfigIssue> {
    for (const name of Object.keys(entries)) {
        const findings: ConfigIssue[] = [];
        skipUnreadable(() => findings.push(...check(name, entries[name])));
        yield* findings;
    }
}

/** Goes through a list in the same way. */
export function* eachItem<T>(
    items: readonly T[],
    check: (item: T, index: number) => Iterable<ConfigIssue>,
): Iterable<ConfigIssue> {
    for (let index = 0; index < items.length; index++) {
        const findings: ConfigIssue[] = [];
        skipUnreadable(() => findings.push(...check(items[index], index)));
        yield* findings;
    }
}

function skipUnreadable(action: () => void): void {
    try {
        action();
    } catch (error) {
        if (!(error instanceof Unreadable)) throw error;
    }
}
