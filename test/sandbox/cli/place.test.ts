import assert from "node:assert/strict";
import { callerFolder, placeOf } from "../../../sandbox/cli/place";

const SET_UP = { CORE_PLATFORM_ROOT: "/repository", CORE_PLATFORM_ENGINE_BIN: "/cache/bin" };

describe("The place of a sandbox", () => {
    it("is a folder of the repository, wherever the user stands", () => {
        assert.deepEqual(placeOf({ ...SET_UP, INIT_CWD: "/elsewhere" }), {
            root: "/repository",
            folder: "/repository/.sandbox",
            project: "/repository/.sandbox/project",
            state: "/repository/.sandbox/state",
            home: "/repository/.sandbox/home",
            cloud: "/repository/.sandbox/cloud",
            bin: "/repository/.sandbox/bin",
            engine: "/cache/bin",
        });
    });

    it("is moved by SANDBOX_DIR, which is relative to where the user stands", () => {
        const folder = (SANDBOX_DIR: string): string =>
            placeOf({ ...SET_UP, INIT_CWD: "/user/there", SANDBOX_DIR }).folder;
        assert.equal(folder("../mine"), "/user/mine");
        assert.equal(folder("/mine"), "/mine");
        assert.equal(folder(""), "/repository/.sandbox");
    });

    it("is known to set-up alone", () => {
        for (const name of ["CORE_PLATFORM_ROOT", "CORE_PLATFORM_ENGINE_BIN"]) {
            assert.throws(() => placeOf({ ...SET_UP, [name]: "" }), {
                message: `${name} is not set: start the sandbox by npm run sandbox`,
            });
        }
    });
});

describe("The caller's folder", () => {
    it("is what npm says, else the current one", () => {
        assert.equal(callerFolder({ INIT_CWD: "/user" }), "/user");
        assert.equal(callerFolder({}), process.cwd());
    });
});
