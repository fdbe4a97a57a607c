import assert from "node:assert/strict";
import { contentHash, listFiles } from "../../../scripts/setup/content-hash.mjs";
import { temporaryFolder } from "../temporary-folder.mjs";

describe("The hash of sources", () => {
    const folder = temporaryFolder();
    const hash = () =>
        contentHash(
            folder.path,
            listFiles(folder.path, "src", (name) => name.endsWith(".ts")),
        );

    it("changes with a file's content, its name and a new file, and with nothing else", () => {
        folder.write("src/a.ts", "1");
        const first = hash();
        folder.write("src/notes.md", "no source");
        folder.write("src/dist/b.ts", "made of sources");
        folder.write("src/a.ts", "1");
        assert.equal(hash(), first);
        folder.write("src/a.ts", "2");
        const second = hash();
        assert.notEqual(second, first);
        folder.write("src/deep/b.ts", "");
        assert.notEqual(hash(), second);
    });

    it("tells apart where one file ends and the next begins", () => {
        folder.write("src/a.ts", "xy");
        folder.write("src/b.ts", "");
        const first = hash();
        folder.write("src/a.ts", "x");
        folder.write("src/b.ts", "y");
        assert.notEqual(hash(), first);
    });

    it("is that of no files for a folder that does not exist", () => {
        assert.deepEqual(
            listFiles(folder.path, "absent", () => true),
            [],
        );
    });
});
