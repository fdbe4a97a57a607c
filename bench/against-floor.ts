import type { Bench, Row } from "./figure";
import type { Pairs } from "./samples";
import { median, pairedRatio } from "./statistics";
import type { Run } from "./workspace";

/** A row for each stack: what the platform takes, what its floor takes, and the ratio of the two. */
export async function againstFloor(
    bench: Bench,
    pairsOf: (stack: string) => Promise<Pairs>,
    measure: (run: Run) => number,
    row: Pick<Row, "unit" | "aim">,
): Promise<Row[]> {
    const rows: Row[] = [];
    // One after the other: two at once would measure each other.
    for (const stack of bench.stacks) {
        const { platform, floor } = await pairsOf(stack);
        const [values, floors] = [platform.map(measure), floor.map(measure)];
        const ratio = pairedRatio(values, floors);
        rows.push({ subject: stack, value: median(values), floor: median(floors), ratio, ...row });
    }
    return rows;
}
