import { againstFloor } from "../against-floor";
import type { Figure } from "../figure";

/** How long `pulumi up --skip-preview` of a stack takes from nothing, in a cloud that answers at once. */
export const up: Figure = {
    name: "up",
    title: "up of a stack from nothing",
    measure: (bench) =>
        againstFloor(
            bench,
            (stack) => bench.samples.ups(stack),
            ({ ms }) => ms,
            { unit: "ms" },
        ),
};
