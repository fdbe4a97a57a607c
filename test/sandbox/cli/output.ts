/** What was written while an action ran. */
export interface Output<T> {
    stdout: string;
    stderr: string;
    result: T;
}

/** Runs an action and takes what it writes; `columns` makes stdout a terminal of that width. */
export async function outputOf<T>(action: () => T | Promise<T>, columns?: number): Promise<Output<T>> {
    const written = { stdout: "", stderr: "" };
    const before = {
        stdout: process.stdout.write,
        stderr: process.stderr.write,
        isTTY: process.stdout.isTTY,
        columns: process.stdout.columns,
    };
    const taking = (stream: keyof typeof written) => (chunk: string | Uint8Array) => {
        written[stream] += String(chunk);
        return true;
    };
    process.stdout.write = taking("stdout");
    process.stderr.write = taking("stderr");
    process.stdout.isTTY = columns !== undefined;
    process.stdout.columns = columns ?? 80;
    try {
        const result = await action();
        return { ...written, result };
    } finally {
        process.stdout.write = before.stdout;
        process.stderr.write = before.stderr;
        process.stdout.isTTY = before.isTTY;
        process.stdout.columns = before.columns;
    }
}
