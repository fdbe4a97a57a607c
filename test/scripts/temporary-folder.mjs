import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/**
 * Makes an empty folder before each test of a `describe` and removes it afterwards.
 * @returns {{ path: string, write(file: string, text: string, mode?: number): string }} `path` is set in tests
 */
export function temporaryFolder() {
    const folder = {
        path: "",
        write(file, text, mode) {
            const full = path.join(folder.path, file);
            mkdirSync(path.dirname(full), { recursive: true });
            writeFileSync(full, text, { mode });
            return full;
        },
    };
    beforeEach(() => {
        folder.path = mkdtempSync(path.join(tmpdir(), "core-platform-test-"));
    });
    afterEach(() => rmSync(folder.path, { recursive: true, force: true }));
    return folder;
}

/** The id of a process that has ended. */
export const DEAD_PID = 2 ** 30; // above what Linux and macOS give out
