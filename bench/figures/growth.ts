import type { Bench, Figure, Row } from "../figure";
import { bend, median, slope } from "../statistics";
import { Workspace, type Program } from "../workspace";

/** Numbers of resources, evenly spread enough that both halves of the line can be compared. */
const SIZES = [10, 100, 250, 500, 750, 1000];

/** Plain resources, see there. */
const PLAIN: Program = { name: "plain", main: "bench/programs/plain.cjs", typescript: false };

/** What one more resource costs in a preview, and whether the thousandth costs as much as the tenth. */
export const growth: Figure = {
    name: "growth",
    title: `preview of ${SIZES[0]} to ${SIZES.at(-1)} plain resources`,
    measure: (bench) => Workspace.with(PLAIN, bench.stacks[0], (workspace) => grow(bench, workspace)),
};

async function grow(bench: Bench, workspace: Workspace): Promise<Row[]> {
    const times = new Map<number, number[]>(SIZES.map((size) => [size, []]));
    for (let run = 1; run <= bench.runs; run++)
        for (const size of SIZES) {
            bench.say(`growth: ${size} resources, run ${run} of ${bench.runs}`);
            times.get(size)!.push((await workspace.preview({ BENCH_SIZE: String(size) })).ms);
        }
    const points = SIZES.map((size) => ({ x: size, y: median(times.get(size)!) }));
    return [
        ...points.map(({ x, y }) => ({ subject: `${x} resources`, value: y, unit: "ms" as const })),
        { subject: "one more", value: slope(points), unit: "ms/resource", aim: { of: "value", most: 8 } },
        // Straight within what a busy machine makes of it.
        { subject: "2nd half/1st", value: bend(points), unit: "times", aim: { of: "value", most: 1.5 } },
    ];
}
