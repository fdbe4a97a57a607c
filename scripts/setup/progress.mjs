/** Where there is no terminal, a line this often shows that the work goes on. */
const LINE_EVERY_SECONDS = 15;

/**
 * Shows on stderr that something is under way: one line that counts the seconds on a terminal, else a line at
 * the start and one every 15 seconds.
 * @param {string} what e.g. "Installing npm packages"
 * @param {{ stream?: { isTTY?: boolean, write(text: string): unknown }, now?: () => number }} options
 * @returns {{ tick(): void, end(how?: string): void }} `end` says how it ended; default "done"
 */
export function startProgress(what, { stream = process.stderr, now = Date.now } = {}) {
    const start = now();
    const seconds = () => Math.round((now() - start) / 1000);
    let lastLine = 0;

    const tick = () => {
        if (stream.isTTY) {
            stream.write(`\r\x1b[2K${what} ... ${seconds()} s`);
        } else if (seconds() - lastLine >= LINE_EVERY_SECONDS) {
            lastLine = seconds();
            stream.write(`${what} ... ${lastLine} s\n`);
        }
    };

    stream.write(stream.isTTY ? `${what} ...` : `${what} ...\n`);
    const timer = setInterval(tick, 1000);
    timer.unref();
    return {
        tick,
        end(how = "done") {
            clearInterval(timer);
            stream.write(`${stream.isTTY ? "\r\x1b[2K" : ""}${what}: ${how} (${seconds()} s)\n`);
        },
    };
}
