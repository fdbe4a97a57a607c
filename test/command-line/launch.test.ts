import * as assert from "node:assert/strict";
import { launch, sandboxCli } from "../../command-line/launch";

const SET_UP = { CORE_PLATFORM_ROOT: "/repo", CORE_PLATFORM_ENGINE_BIN: "/engine", SANDBOX_DIR: "/box" };

describe("command-line/launch", () => {
    it("works on the sandbox's copies of the stack files, or on AWS in the repository", () => {
        assert.equal(launch(false, SET_UP).folder, "/box/project");
        assert.equal(launch(true, SET_UP).folder, "/repo");
        assert.equal(sandboxCli("/repo"), "/repo/sandbox/dist/cli.js");
    });

    it("names what set-up did not say", () => {
        for (const name of ["CORE_PLATFORM_ROOT", "SANDBOX_DIR"])
            assert.throws(() => launch(false, { ...SET_UP, [name]: "" }), {
                message: new RegExp(`^${name} is not set`),
            });
        assert.throws(() => launch(true, { ...SET_UP, CORE_PLATFORM_ENGINE_BIN: undefined }), {
            message: /^CORE_PLATFORM_ENGINE_BIN is not set/,
        });
    });
});
