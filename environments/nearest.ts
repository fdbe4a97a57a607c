/**
 * The known name that a mistyped one most probably meant, for "did you mean" in errors.
 * @param name what was written
 * @param known the names that exist
 * @returns undefined when nothing is near: more than a third of the letters would have to change, at least two, or all
 */
export function nearest(name: string, known: readonly string[]): string | undefined {
    const limit = Math.max(2, Math.floor(name.length / 3));
    let best: { candidate: string; distance: number } | undefined;
    for (const candidate of known) {
        const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
        // Two short names with no letter in common are a small distance apart too.
        const allowed = Math.min(limit, Math.max(name.length, candidate.length) - 1);
        if (distance <= allowed && (best === undefined || distance < best.distance))
            best = { candidate, distance };
    }
    return best?.candidate;
}

/** Levenshtein distance: how many letters to insert, delete or replace to make one of the other. */
function editDistance(a: string, b: string): number {
    let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
    for (let i = 1; i <= a.length; i++) {
        const current = [i];
        for (let j = 1; j <= b.length; j++) {
            const replaced = previous[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
            current.push(Math.min(previous[j] + 1, current[j - 1] + 1, replaced));
        }
        previous = current;
    }
    return previous[b.length];
}
