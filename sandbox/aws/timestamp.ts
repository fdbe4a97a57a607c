/** The time as terraform-provider-aws writes it into a state: RFC 3339 in whole seconds, `2026-01-02T03:04:05Z`. */
export function timestamp(time: Date = new Date()): string {
    return time.toISOString().replace(/\.\d+Z$/, "Z");
}
