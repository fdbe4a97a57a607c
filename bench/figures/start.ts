import { againstFloor } from "../against-floor";
import type { Figure } from "../figure";

/**
 * From the start of the program's process to the first resource that it registers: Node, the SDK, the compiler,
 * the provider packages, the configuration. What the platform takes beyond its floor is its own imports.
 */
export const start: Figure = {
    name: "start",
    title: "start of the program, to its first resource",
    measure: async (bench) => {
        const rows = await againstFloor(
            bench,
            (stack) => bench.samples.previews(stack),
            ({ program }) => program.startMs ?? NaN,
            { unit: "ms" },
        );
        const imports = rows.map(({ subject, value, floor }) => ({
            subject: `${subject}, imports`,
            value: value - floor!,
            unit: "ms" as const,
            aim: { of: "value" as const, most: 1000 },
        }));
        return [...rows, ...imports];
    },
};
