import { againstFloor } from "../against-floor";
import type { Figure } from "../figure";

/** How long `pulumi preview` of a stack takes that is not deployed yet. */
export const preview: Figure = {
    name: "preview",
    title: "preview of a stack from nothing",
    measure: (bench) =>
        againstFloor(
            bench,
            (stack) => bench.samples.previews(stack),
            ({ ms }) => ms,
            {
                unit: "ms",
                aim: { of: "ratio", most: 1.3 },
            },
        ),
};
