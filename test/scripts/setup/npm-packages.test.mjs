import assert from "node:assert/strict";
import path from "node:path";
import { matchesLock, providePackages } from "../../../scripts/setup/npm-packages.mjs";
import { temporaryFolder } from "../temporary-folder.mjs";

describe("The npm packages", () => {
    const folder = temporaryFolder();
    const LOCKED = { "": {}, "node_modules/a": { version: "1.0.0" } };
    let installs;

    const lock = (packages) => folder.write("package-lock.json", JSON.stringify({ packages }));
    const provide = () =>
        providePackages(folder.path, {
            say: () => {},
            install: async (root) => {
                installs++;
                assert.equal(root, folder.path);
                folder.write("node_modules/a/package.json", "{}");
            },
        });

    beforeEach(() => {
        installs = 0;
        lock(LOCKED);
    });

    it("are installed once, and again when the lock file has changed", async () => {
        assert.equal(await provide(), true);
        assert.equal(await provide(), false);
        lock({ ...LOCKED, "node_modules/b": { version: "1.0.0" } });
        assert.equal(await provide(), true);
        assert.equal(installs, 2);
    });

    it("are installed by one of two runs that start at once", async () => {
        assert.deepEqual((await Promise.all([provide(), provide()])).sort(), [false, true]);
        assert.equal(installs, 1);
    });

    it("are left alone when somebody has installed them by hand", async () => {
        folder.write(
            "node_modules/.package-lock.json",
            JSON.stringify({ packages: { "node_modules/a": LOCKED["node_modules/a"] } }),
        );
        folder.write("node_modules/a/package.json", "{}");
        assert.equal(await provide(), false);
        assert.equal(installs, 0);
    });

    it("are installed when one of them was removed by hand before set-up ever ran", async () => {
        folder.write(
            "node_modules/.package-lock.json",
            JSON.stringify({ packages: { "node_modules/a": LOCKED["node_modules/a"] } }),
        );
        assert.equal(await provide(), true);
    });

    it("may lack optional ones, and nothing else", () => {
        const locked = { "": {}, a: { version: "1.0.0" }, b: { version: "1.0.0", optional: true } };
        assert.equal(matchesLock({ a: { version: "1.0.0" } }, locked), true);
        assert.equal(matchesLock({ b: { version: "1.0.0" } }, locked), false);
        assert.equal(matchesLock({ a: { version: "2.0.0" } }, locked), false);
        assert.equal(matchesLock({ a: { version: "1.0.0" }, c: { version: "1.0.0" } }, locked), false);
        assert.equal(matchesLock({ a: { version: "1.0.0", integrity: "x" } }, locked), false);
    });

    it("of this checkout are complete", () => {
        // The stamp is there, or this test could not run: a second set-up has nothing to install.
        return providePackages(path.resolve("."), { install: () => assert.fail("installed again") });
    });
});
