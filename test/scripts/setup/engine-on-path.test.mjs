import assert from "node:assert/strict";
import { symlinkSync } from "node:fs";
import path from "node:path";
import { engineOnPath } from "../../../scripts/setup/engine-on-path.mjs";
import { temporaryFolder } from "../temporary-folder.mjs";

describe("The engine on the PATH", () => {
    const folder = temporaryFolder();
    const SHELL = "#!/bin/sh\n";
    let asked;

    /** Looks for 3.259.0 in the folders; `versions` are what each pulumi answers, by folder. */
    function look(folders, versions) {
        return engineOnPath({
            pinned: "3.259.0",
            memoryFile: path.join(folder.path, "cache", "path.json"),
            pathVariable: folders.map((name) => path.join(folder.path, name)).join(path.delimiter),
            askVersion: async (file) => {
                asked.push(path.basename(path.dirname(file)));
                return versions[path.basename(path.dirname(file))];
            },
        });
    }

    beforeEach(() => {
        asked = [];
    });

    it("is none where there is no pulumi, or one that can't be executed", async () => {
        folder.write("a/pulumi", SHELL, 0o644);
        const { engine, reason } = await look(["a", "absent"], {});
        assert.equal(engine, undefined);
        assert.equal(reason, "there is no pulumi on the PATH");
    });

    it("is the first that fits, with its language host beside it", async () => {
        for (const name of ["old", "good", "newer"]) {
            folder.write(`${name}/pulumi`, SHELL, 0o755);
            folder.write(`${name}/pulumi-language-nodejs`, SHELL, 0o755);
        }
        const { engine } = await look(["old", "good", "newer"], {
            old: "v3.100.0",
            good: "v3.259.2",
            newer: "v3.300.0",
        });
        assert.deepEqual(engine, { bin: path.join(folder.path, "good"), version: "3.259.2" });
        assert.deepEqual(asked, ["old", "good"]);
    });

    it("may have its language host elsewhere on the PATH, or beside the file that a link leads to", async () => {
        folder.write("engine/pulumi", SHELL, 0o755);
        folder.write("hosts/pulumi-language-nodejs", SHELL, 0o755);
        assert.ok((await look(["engine", "hosts"], { engine: "v3.259.0" })).engine);

        folder.write("real/pulumi", SHELL, 0o755);
        folder.write("real/pulumi-language-nodejs", SHELL, 0o755);
        folder.write("links/other", "");
        symlinkSync(path.join(folder.path, "real", "pulumi"), path.join(folder.path, "links", "pulumi"));
        assert.ok((await look(["links"], { links: "v3.259.0" })).engine);
    });

    it("is refused, with the reason, when it is old, broken or without a language host", async () => {
        for (const name of ["old", "broken", "alone"]) {
            folder.write(`${name}/pulumi`, SHELL, 0o755);
        }
        const { reason } = await look(["old", "broken", "alone"], {
            old: "v3.1.0",
            broken: "",
            alone: "v3.259.0",
        });
        const at = (name) => path.join(folder.path, name, "pulumi");
        assert.equal(
            reason,
            `${at("old")} is v3.1.0, not 3.259.0 or a newer one of its line; ` +
                `${at("broken")} is broken, not 3.259.0 or a newer one of its line; ` +
                `${at("alone")} has no pulumi-language-nodejs beside it or on the PATH`,
        );
    });

    it("is asked for its version once, and again when the file has changed", async () => {
        const program = SHELL.padEnd(1_000_001, "#");
        folder.write("a/pulumi", program, 0o755);
        folder.write("a/pulumi-language-nodejs", SHELL, 0o755);
        await look(["a"], { a: "v3.259.0" });
        await look(["a"], { a: "v3.259.0" });
        assert.deepEqual(asked, ["a"]);
        folder.write("a/pulumi", `${program}#`, 0o755);
        assert.equal((await look(["a"], { a: "v3.261.0" })).engine.version, "3.261.0");
        assert.deepEqual(asked, ["a", "a"]);
    });

    it("is asked every time when it is a version manager's shim, whose answer changes with the folder", async () => {
        folder.write("a/pulumi", SHELL, 0o755);
        folder.write("a/pulumi-language-nodejs", SHELL, 0o755);
        await look(["a"], { a: "v3.259.0" });
        await look(["a"], { a: "v3.259.0" });
        assert.deepEqual(asked, ["a", "a"]);
    });
});
