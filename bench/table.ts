import type { Figure, Row } from "./figure";

/** A figure that was measured. */
export interface Measured {
    figure: Pick<Figure, "name" | "title">;
    rows: readonly Row[];
}

/** Headings and widths of the columns, 78 characters with the gaps. */
const COLUMNS = [
    { title: "measured", width: 20 },
    { title: "median", width: 14, right: true },
    { title: "floor", width: 10, right: true },
    { title: "ratio", width: 6, right: true },
    { title: "aim", width: 10, right: true },
    { title: "", width: 6 },
];

/** The figures for a terminal of 80 columns, or a Markdown page. */
export function table(figures: readonly Measured[]): string {
    const line = (cells: readonly string[]): string =>
        COLUMNS.map(({ width, right }, index) =>
            right ? (cells[index] ?? "").padStart(width) : (cells[index] ?? "").padEnd(width),
        )
            .join("  ")
            .trimEnd();
    return figures
        .flatMap(({ figure, rows }) => [
            `${figure.name}: ${figure.title}`,
            line(COLUMNS.map(({ title }) => title)),
            ...rows.map((row) => line(cellsOf(row))),
            "",
        ])
        .join("\n");
}

/** Whether a row is within its aim; undefined where none is set. */
export function isMet({ aim, value, ratio }: Row): boolean | undefined {
    if (aim === undefined) return undefined;
    return (aim.of === "ratio" ? ratio! : value) <= aim.most;
}

function cellsOf(row: Row): string[] {
    const { subject, value, unit, floor, ratio, aim } = row;
    const met = isMet(row);
    return [
        subject,
        quantity(value, unit),
        floor === undefined ? "" : quantity(floor, unit),
        ratio === undefined ? "" : ratio.toFixed(2),
        aim === undefined ? "" : `<= ${aim.of === "ratio" ? aim.most : quantity(aim.most, unit)}`,
        met === undefined ? "" : met ? "met" : "missed",
    ];
}

/** Seconds from one second on. */
function quantity(value: number, unit: Row["unit"]): string {
    switch (unit) {
        case "ms":
            return value >= 1000 ? `${(value / 1000).toFixed(2)} s` : `${value.toFixed(0)} ms`;
        case "ms/resource":
            return `${value.toFixed(1)} ms`;
        case "MB":
            return `${value.toFixed(0)} MB`;
        case "times":
            return value.toFixed(2);
    }
}
