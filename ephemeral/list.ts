import type { EphemeralStack } from "./stacks";

/** Width of a terminal, columns. */
const WIDTH = 80;

const GAP = "  ";

/** Of `list --json`: a contract with programs. */
export interface ListedStack {
    ticket: string;
    stack: string;
    owner: string | null;
    expires: string | null;
    expired: boolean;
    cidr: string | null;
    resources: number;
    lastUpdate: string | null;
}

/** Whether the last day is over. A stack without one never expires. */
export function isExpired({ expires }: EphemeralStack, today: string): boolean {
    return expires !== undefined && expires < today;
}

/** The answer of `list --json`, in the order of the stacks; what is not known is null. */
export function listed(stacks: readonly EphemeralStack[], today: string): ListedStack[] {
    return stacks.map((one) => ({
        ticket: one.ticket,
        stack: one.stack,
        owner: one.owner ?? null,
        expires: one.expires ?? null,
        expired: isExpired(one, today),
        cidr: one.cidr ?? null,
        resources: one.resources,
        lastUpdate: one.lastUpdate ?? null,
    }));
}

/**
 * A line for each stack, on 80 columns: the owner's name is cut where there is no room for all of it.
 * @param now for how long ago the last update was
 */
export function table(stacks: readonly EphemeralStack[], today: string, now: Date): string {
    const rows = stacks.map((one) => [
        one.ticket,
        one.owner ?? "-",
        isExpired(one, today) ? `${one.expires} over` : (one.expires ?? "-"),
        one.cidr ?? "-",
        String(one.resources),
        one.lastUpdate === undefined ? "-" : ago(new Date(one.lastUpdate), now),
    ]);
    const lines = [["TICKET", "OWNER", "LAST DAY", "RANGE", "RESOURCES", "UPDATED"], ...rows];
    const widths = lines[0].map((_, column) => Math.max(...lines.map((line) => line[column].length)));
    const others = widths.reduce((sum, width) => sum + width + GAP.length, 0) - widths[1] - GAP.length;
    widths[1] = Math.min(widths[1], Math.max("OWNER".length, WIDTH - others));
    return lines
        .map((line) =>
            line
                .map((cell, column) => cut(cell, widths[column]).padEnd(widths[column]))
                .join(GAP)
                .trimEnd(),
        )
        .join("\n");
}

function cut(text: string, width: number): string {
    return text.length <= width ? text : `${text.slice(0, width - 1)}…`;
}

/** `5m`, `3h`, `2d` */
function ago(moment: Date, now: Date): string {
    const minutes = Math.max(0, Math.floor((now.getTime() - moment.getTime()) / 60_000));
    if (minutes < 60) return `${minutes}m`;
    return minutes < 60 * 24 ? `${Math.floor(minutes / 60)}h` : `${Math.floor(minutes / 60 / 24)}d`;
}
