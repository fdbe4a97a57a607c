/** What a person reads when a stack's configuration is not usable. */

/** One thing that is wrong, and what to do about it. */
export interface ConfigIssue {
    /** The whole path, as `pulumi config --path` takes it: `core-platform:network.zones[1]`. */
    readonly key: string;
    /** What was found there; undefined when nothing was. Never a secret. */
    readonly value: unknown;
    /** Goes on after the key: "must be ...". */
    readonly problem: string;
    /** A whole sentence: what to write instead. */
    readonly remedy: string;
}

/** Columns of the message: the engine indents it by four, on a terminal of 80. */
const WIDTH = 76;

/** A user's error, not a bug: the configuration of a stack does not hold. It lists everything that is wrong. */
export class ConfigError extends Error {
    override readonly name = "ConfigError";

    /** @param heading one line without a full stop: what can't go on */
    constructor(
        readonly heading: string,
        readonly issues: readonly ConfigIssue[],
    ) {
        const count = issues.length === 1 ? "1 error" : `${issues.length} errors`;
        super([`${heading} (${count}):`, ...issues.map(render)].join("\n\n"));
    }
}

function render(issue: ConfigIssue, index: number): string {
    return [
        `${index + 1}. ${issue.key}`,
        labelled("value:", show(issue.value)),
        labelled("error:", issue.problem),
        labelled("to do:", issue.remedy),
    ].join("\n");
}

function labelled(label: string, words: string): string {
    const indent = " ".repeat(4);
    return wrap(words, WIDTH - indent.length - label.length - 1)
        .map((line, index) => `${indent}${index === 0 ? label : " ".repeat(label.length)} ${line}`)
        .join("\n");
}

/** Long values are cut: the key says where the rest is. */
function show(value: unknown): string {
    if (value === undefined) return "not set";
    const shown = JSON.stringify(value);
    return shown.length > WIDTH - 12 ? `${shown.slice(0, WIDTH - 15)}...` : shown;
}

function wrap(words: string, width: number): string[] {
    const lines: string[] = [];
    for (const word of words.split(" ")) {
        const last = lines.at(-1);
        if (last !== undefined && last.length + 1 + word.length <= width) {
            lines[lines.length - 1] = `${last} ${word}`;
        } else {
            lines.push(word);
        }
    }
    return lines;
}
