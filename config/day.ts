/** Days as texts, `2026-11-30`, in UTC: the same everywhere, and in order as they are. */

/** The day of a moment. Default: today. */
export function dayOf(moment: Date = new Date()): string {
    return moment.toISOString().slice(0, 10);
}

/** The day a number of days later. */
export function daysAfter(day: string, days: number): string {
    const moment = new Date(`${day}T00:00:00Z`);
    moment.setUTCDate(moment.getUTCDate() + days);
    return dayOf(moment);
}

/** Whether the calendar has the day: 2026-02-30 has the form and is none. */
export function isDay(text: string): boolean {
    const moment = new Date(`${text}T00:00:00Z`);
    return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(moment.getTime()) && dayOf(moment) === text;
}
