import { againstFloor } from "../against-floor";
import type { Figure } from "../figure";

/** The highest resident memory of the process that runs the program, in a preview. */
export const memory: Figure = {
    name: "memory",
    title: "peak memory of the program's process",
    measure: (bench) =>
        againstFloor(
            bench,
            (stack) => bench.samples.previews(stack),
            ({ program }) => program.peakMb,
            {
                unit: "MB",
                aim: { of: "value", most: 250 },
            },
        ),
};
