import assert from "node:assert/strict";
import { sourceHash } from "../../../scripts/setup/engine-build.mjs";
import { temporaryFolder } from "../temporary-folder.mjs";

describe("The build of the engine", () => {
    const folder = temporaryFolder();

    it("is another one when a source or a module changes, and the same when a test does", () => {
        folder.write("engine/go.mod", "module engine");
        folder.write("engine/host/main.go", "package main");
        const first = sourceHash(folder.path);
        assert.match(first, /^[0-9a-f]{12}$/);
        folder.write("engine/host/main_test.go", "package main");
        folder.write("engine/README.md", "prose");
        assert.equal(sourceHash(folder.path), first);
        folder.write("engine/go.sum", "sums");
        const second = sourceHash(folder.path);
        assert.notEqual(second, first);
        folder.write("engine/host/main.go", "package main // changed");
        assert.notEqual(sourceHash(folder.path), second);
    });
});
