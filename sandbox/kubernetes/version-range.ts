/** A version without what comes after the patch: the charts that the sandbox knows have no pre-releases. */
type Version = readonly [major: number, minor: number, patch: number];

/**
 * The newest version that fits a constraint, as Helm picks it: the exact one first, then by range.
 * Source: helm pkg/repo/index.go, Get; github.com/Masterminds/semver, README (comparisons, `~`, `^`, `x`, hyphens).
 * @param constraint empty: the newest of all
 * @returns undefined when none fits, or when the constraint can't be read
 */
export function newestFitting(versions: readonly string[], constraint: string): string | undefined {
    if (versions.includes(constraint)) return constraint;
    const alternatives = (constraint.trim() || "*").split("||").map((part) => comparators(part));
    return [...versions]
        .sort((a, b) => compare(parse(b), parse(a)))
        .find((version) => alternatives.some((all) => all?.every((test) => test(parse(version)))));
}

/** Whether a constraint is one exact version, `3.13.1` or `v3.13.1-rc.1`. */
export function isExact(constraint: string): boolean {
    return /^v?\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$/.test(constraint);
}

type Test = (version: Version) => boolean;

/** The comparisons that all have to hold; undefined when one can't be read. */
function comparators(text: string): Test[] | undefined {
    const hyphen = /^\s*(\S+)\s+-\s+(\S+)\s*$/.exec(text);
    const parts = hyphen !== null ? [`>=${hyphen[1]}`, `<=${hyphen[2]}`] : split(text);
    const tests = parts.map(comparator);
    return tests.length > 0 && tests.every((test) => test !== undefined) ? tests : undefined;
}

/** `>= 3.12, < 4` -> `>=3.12`, `<4`. */
function split(text: string): string[] {
    return text
        .replace(/([<>=!~^]+)\s+/g, "$1")
        .split(/[\s,]+/)
        .filter((part) => part !== "");
}

function comparator(text: string): Test | undefined {
    const match = /^(=|!=|>|<|>=|=>|<=|=<|~|~>|\^)?v?(\d+|[xX*])(?:\.(\d+|[xX*]))?(?:\.(\d+|[xX*]))?$/.exec(
        text,
    );
    if (match === null) return undefined;
    const [, operator = "", ...given] = match;
    const parts = given.filter((part) => part !== undefined && !/[xX*]/.test(part)).map(Number);
    const low: Version = [parts[0] ?? 0, parts[1] ?? 0, parts[2] ?? 0];
    const within = (high: Version | undefined): Test => {
        return (version) => compare(version, low) >= 0 && (high === undefined || compare(version, high) < 0);
    };
    // What a partial version stands for: `3.12` is every 3.12.x.
    const same = within(after(low, parts.length));
    switch (operator) {
        case "":
        case "=":
            return same;
        case "!=":
            return (version) => !same(version);
        case ">":
            return (version) => compare(version, low) > 0 && !same(version);
        case "<":
            return (version) => compare(version, low) < 0;
        case ">=":
        case "=>":
            return (version) => compare(version, low) >= 0;
        case "<=":
        case "=<":
            return (version) => compare(version, low) <= 0 || same(version);
        case "^":
            return within(after(low, Math.min(low.findIndex((part) => part > 0) + 1 || 3, parts.length)));
        default:
            return within(after(low, Math.min(2, parts.length)));
    }
}

/** The first version that differs in one of the first `kept` parts; undefined when none is kept. */
function after(low: Version, kept: number): Version | undefined {
    if (kept === 0) return undefined;
    return [
        kept === 1 ? low[0] + 1 : low[0],
        kept === 2 ? low[1] + 1 : kept < 2 ? 0 : low[1],
        kept === 3 ? low[2] + 1 : 0,
    ];
}

function parse(version: string): Version {
    const [major, minor, patch] = version.replace(/^v/, "").split(".").map(Number);
    return [major, minor, patch];
}

function compare(a: Version, b: Version): number {
    return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}
