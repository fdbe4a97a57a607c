import type { Place } from "../place";
import { allObjects, answerJson, nameOf, shortType, type Found, type Options } from "./objects";

/** `list`: one line for each object; those without a logical name were made by a service by itself. */
export function listObjects(place: Place, options: Options & { type?: string }): void {
    const wanted = (options.type ?? "").toLowerCase();
    const found = allObjects(place, options).filter(({ object }) =>
        object.type.toLowerCase().includes(wanted),
    );
    if (options.json) return answerJson(found.map(({ stack, object }) => ({ stack, ...object })));
    if (found.length === 0) {
        process.stdout.write("The pretended cloud is empty. Fill it: npm run sandbox\n");
        return;
    }
    process.stdout.write(table(found));
}

function table(found: Found[]): string {
    const rows = found.map(({ stack, object }) => [
        stack,
        shortType(object.type),
        object.urn === undefined ? `(${nameOf(object) || "made by AWS"})` : nameOf(object),
        object.id,
    ]);
    const header = ["STACK", "TYPE", "NAME", "ID"];
    const widths = header.map((title, column) =>
        Math.max(title.length, ...rows.map((row) => row[column].length)),
    );
    return [header, ...rows]
        .map((row) =>
            row
                .map((cell, column) => cell.padEnd(widths[column]))
                .join("  ")
                .trimEnd(),
        )
        .join("\n")
        .concat(`\n${found.length} objects\n`);
}
