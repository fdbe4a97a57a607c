import { createInterface } from "node:readline/promises";

/** The person at the terminal. */
export interface Terminal {
    /** Whether there is somebody to ask. */
    interactive: boolean;
    /** A line for the person. */
    say(text: string): void;
    /** Waits for a yes or a no. */
    confirm(question: string): Promise<boolean>;
}

/** The terminal that this process was started on. */
export function terminal(): Terminal {
    return {
        interactive: process.stdin.isTTY === true && process.stdout.isTTY === true,
        say: (text) => void process.stdout.write(`${text}\n`),
        confirm,
    };
}

async function confirm(question: string): Promise<boolean> {
    const lines = createInterface({ input: process.stdin, output: process.stdout });
    try {
        return /^y(es)?$/i.test((await lines.question(`${question} [y/N] `)).trim());
    } finally {
        lines.close();
    }
}
