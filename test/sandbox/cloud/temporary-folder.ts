import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

/** A folder for each test of the suite that calls this, removed after it. @returns how to ask for its path */
export function temporaryFolder(): () => string {
    let folder = "";
    beforeEach(() => {
        folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "core-platform-test-")));
    });
    afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));
    return () => folder;
}
