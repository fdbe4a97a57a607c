import type { Place } from "../place";
import { allObjects, answerJson, nameOf, shortType, type Found, type Options } from "./objects";

/** `list`: one line for each object; those without a logical name were made by a service by itself. */
export function listObjects(place: Place, options: Options): void {
    const found = allObjects(place, options);
    if (options.json) return answerJson(found.map(({ stack, object }) => ({ stack, ...object })));
    if (found.length > 0) {
        // A terminal has its width; a pipe takes lines of any length, and programs want names in full.
        process.stdout.write(table(found, process.stdout.isTTY ? process.stdout.columns : Infinity));
    } else if (options.type !== undefined || options.stack !== undefined) {
        process.stdout.write("Nothing of that kind stands in the pretended cloud.\n");
    } else {
        process.stdout.write("The pretended cloud is empty. Fill it: npm run sandbox\n");
    }
}

/** @param width what a line may take; names and ids are cut in the middle where they take more */
export function table(found: readonly Found[], width: number): string {
    const rows = found.map(({ stack, object }) => [
        stack,
        shortType(object.type),
        object.urn === undefined ? `(${nameOf(object) || "made by the service"})` : nameOf(object),
        object.id,
    ]);
    const lines = [["STACK", "TYPE", "NAME", "ID"], ...rows];
    const widths = fitted(
        [0, 1, 2, 3].map((column) => Math.max(...lines.map((line) => line[column].length))),
        width,
    );
    return lines
        .map((line) => line.map((cell, column) => cut(cell, widths[column]).padEnd(widths[column])))
        .map((line) => line.join(GAP).trimEnd())
        .join("\n")
        .concat(`\n${found.length} object${found.length === 1 ? "" : "s"}\n`);
}

const GAP = "  ";

/** A narrower name or id would say nothing. */
const NARROWEST = 12;

/** Shares out what STACK and TYPE leave: who needs less than half leaves the rest to the other. */
function fitted([stack, type, name, id]: number[], width: number): number[] {
    const left = Math.max(width - stack - type - 3 * GAP.length, 2 * NARROWEST);
    if (name + id <= left) return [stack, type, name, id];
    const half = Math.floor(left / 2);
    if (name <= half) return [stack, type, name, left - name];
    if (id <= half) return [stack, type, left - id, id];
    return [stack, type, half, left - half];
}

/** Cuts in the middle: names begin with what they belong to, ids and ARNs end with what they are. */
function cut(text: string, width: number): string {
    if (text.length <= width) return text;
    const head = Math.floor((width - 1) / 2);
    return `${text.slice(0, head)}…${text.slice(text.length - (width - 1 - head))}`;
}
