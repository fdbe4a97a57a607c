/** The time as terraform-provider-aws writes it into a state: RFC 3339 in whole seconds, `2026-01-02T03:04:05Z`. */
export function timestamp(time: Date = new Date()): string {
    return time.toISOString().replace(/\.\d+Z$/, "Z");
}

/** The time as Go prints it, `2026-01-02 03:04:05.678 +0000 UTC`: some resources of the provider show it like this. */
export function goTimestamp(time: Date = new Date()): string {
    const [day, hour] = time.toISOString().split("T");
    return `${day} ${hour.replace(/(?:\.0+|(\.\d*[1-9])0*)Z$/, "$1")} +0000 UTC`;
}
