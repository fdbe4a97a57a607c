import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { entries, readIfThere, writeAtomically } from "../../../sandbox/cloud/files";
import { temporaryFolder } from "./temporary-folder";

describe("Files of the pretended cloud", () => {
    const folder = temporaryFolder();

    it("are written with the folders they need, and nothing is left beside them", () => {
        const file = path.join(folder(), "a", "b", "c.json");
        writeAtomically(file, "one");
        writeAtomically(file, "two");
        assert.equal(fs.readFileSync(file, "utf8"), "two");
        assert.deepEqual(fs.readdirSync(path.dirname(file)), ["c.json"]);
    });

    it("take their place by a rename: whoever has the old one open still reads it whole", () => {
        const file = path.join(folder(), "x");
        writeAtomically(file, "the old content");
        const open = fs.openSync(file, "r");
        writeAtomically(file, "new");
        const seen = fs.readFileSync(open, "utf8");
        fs.closeSync(open);
        assert.equal(seen, "the old content");
    });

    it("have their permissions when they appear", () => {
        const file = path.join(folder(), "script");
        writeAtomically(file, "#!/bin/sh\n", 0o755);
        assert.equal(fs.statSync(file).mode & 0o777, 0o755);
    });

    it("that are not there read as undefined, and such folders have no entries", () => {
        assert.equal(readIfThere(path.join(folder(), "nothing")), undefined);
        assert.deepEqual(entries(path.join(folder(), "nothing")), []);
    });

    it("that cannot be read are an error and not absent", () => {
        assert.throws(() => readIfThere(folder()), { code: "EISDIR" });
        fs.writeFileSync(path.join(folder(), "file"), "");
        assert.throws(() => entries(path.join(folder(), "file")), { code: "ENOTDIR" });
    });

    it("are listed in order", () => {
        for (const name of ["b", "a", "c"]) fs.writeFileSync(path.join(folder(), name), "");
        assert.deepEqual(entries(folder()), ["a", "b", "c"]);
    });
});
