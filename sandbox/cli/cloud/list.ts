import type { Place } from "../place";
import { allObjects, answerJson, nameOf, shortType, type Found, type Options } from "./objects";

/** `list`: one line for each object; those without a logical name were made by a service by itself. */
export function listObjects(place: Place, options: Options): void {
    const found = allObjects(place, options);
    if (options.json)
        return answerJson(
            found.map(({ account, stack, object }) => ({ account: account.id, ...object, stack })),
        );
    if (found.length > 0) {
        // A terminal has its width; a pipe takes lines of any length, and programs want names in full.
        process.stdout.write(table(found, process.stdout.isTTY ? process.stdout.columns : Infinity));
    } else if (options.type !== undefined || options.stack !== undefined) {
        process.stdout.write("Nothing of that kind stands in the pretended cloud.\n");
    } else {
        process.stdout.write("The pretended cloud is empty. Fill it: npm run sandbox\n");
    }
}

/**
 * A line for each object: stack, type, name, id. Where that does not fit, types become headings, so that names and
 * ids can still be copied; only what is too long even then is cut.
 * @param width what a line may take
 */
export function table(found: readonly Found[], width: number): string {
    const rows = found.map(({ stack, object }) => ({
        heading: [stack, shortType(object.type)],
        name: object.urn === undefined ? `(${nameOf(object) || "made by the service"})` : nameOf(object),
        id: object.id,
    }));
    const flat = columns([
        ["STACK", "TYPE", "NAME", "ID"],
        ...rows.map(({ heading, name, id }) => [...heading, name, id]),
    ]);
    const fits = flat.every((line) => line.length <= width);
    const lines = fits ? flat : grouped(rows, Math.max(width, NARROWEST));
    return [...lines, `${found.length} object${found.length === 1 ? "" : "s"}`, ""].join("\n");
}

const GAP = "  ";

/** What an id such as rtbassoc-0123456789abcdef0 needs. */
const ID_WIDTH = 26;

/** A narrower terminal is not worth the trouble: its lines wrap. */
const NARROWEST = 60;

/** Lines of cells, each column as wide as its widest cell. */
function columns(lines: string[][]): string[] {
    const widths = lines[0].map((_, column) => Math.max(...lines.map((line) => line[column].length)));
    return lines.map((line) =>
        line
            .map((cell, column) => cell.padEnd(widths[column]))
            .join(GAP)
            .trimEnd(),
    );
}

function grouped(rows: { heading: string[]; name: string; id: string }[], width: number): string[] {
    const room = width - 2 * GAP.length;
    const names = Math.min(Math.max(...rows.map(({ name }) => name.length)), room - ID_WIDTH);
    let current = "";
    return rows.flatMap(({ heading, name, id }) => {
        const title = heading.join(GAP);
        const line = `${GAP}${cut(name, names).padEnd(names)}${GAP}${cut(id, room - names)}`;
        const lines = title === current ? [line] : [title, line];
        current = title;
        return lines;
    });
}

/** Cuts in the middle: names begin with what they belong to, ids and ARNs end with what they are. */
function cut(text: string, width: number): string {
    if (text.length <= width) return text;
    const head = Math.floor((width - 1) / 2);
    return `${text.slice(0, head)}…${text.slice(text.length - (width - 1 - head))}`;
}
