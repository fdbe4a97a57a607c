/** A point of a measured line. */
export interface Point {
    x: number;
    y: number;
}

/** The middle value, which one slow run does not move; of an even number the mean of the two in the middle. */
export function median(values: readonly number[]): number {
    if (values.length === 0) throw new Error("there is no median of nothing");
    const sorted = [...values].sort((a, b) => a - b);
    const middle = Math.floor(sorted.length / 2);
    return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * The median of the ratios of pairs that ran one right after the other: a busy moment of the machine slows both of
 * a pair, so their ratio keeps.
 */
export function pairedRatio(values: readonly number[], floors: readonly number[]): number {
    if (values.length !== floors.length)
        throw new Error(`${values.length} values have ${floors.length} floors: pairs are needed`);
    return median(values.map((value, index) => value / floors[index]));
}

/** The slope of the line through points by least squares: y's unit for one more of x. */
export function slope(points: readonly Point[]): number {
    const x = mean(points.map((point) => point.x));
    const y = mean(points.map((point) => point.y));
    const spread = points.reduce((sum, point) => sum + (point.x - x) ** 2, 0);
    if (spread === 0) throw new Error("a slope needs points at two places or more");
    return points.reduce((sum, point) => sum + (point.x - x) * (point.y - y), 0) / spread;
}

/**
 * How much steeper the second half of a line is than its first: 1 where it is straight, 3 for a parabola from 0.
 * Both halves have the middle point, or the middle two.
 */
export function bend(points: readonly Point[]): number {
    const sorted = [...points].sort((a, b) => a.x - b.x);
    const middle = Math.ceil(sorted.length / 2);
    return (
        slope(sorted.slice(-middle - (1 - (sorted.length % 2)))) /
        slope(sorted.slice(0, middle + (1 - (sorted.length % 2))))
    );
}

function mean(values: readonly number[]): number {
    return values.reduce((sum, value) => sum + value, 0) / values.length;
}
