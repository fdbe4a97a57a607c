import assert from "node:assert/strict";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { provideEngine } from "../../../scripts/setup/engine.mjs";
import { ToolFailure } from "../../../scripts/setup/run-tool.mjs";
import { temporaryFolder } from "../temporary-folder.mjs";

describe("The engine", () => {
    const folder = temporaryFolder();
    let tried;

    const onPath = async () => ({ reason: "there is no pulumi on the PATH" });
    const fails = (name) => async () => {
        tried.push(name);
        throw new ToolFailure(`${name} failed`, "because");
    };
    const works = (name) => async (options) => {
        tried.push(name);
        mkdirSync(path.join(options.folder, "bin"));
        for (const file of ["pulumi", "pulumi-language-nodejs"]) {
            writeFileSync(path.join(options.folder, "bin", file), "");
        }
    };
    const provide = (options) =>
        provideEngine({
            root: ".",
            cache: folder.path,
            version: "3.259.0",
            only: "",
            onPath,
            download: fails("download"),
            build: fails("build"),
            ...options,
        });

    beforeEach(() => {
        tried = [];
    });

    it("is the one on the PATH where it fits, and nothing is installed", async () => {
        const engine = await provide({
            onPath: async () => ({ engine: { bin: "/opt", version: "3.260.0" } }),
        });
        assert.deepEqual(engine, { bin: "/opt", version: "3.260.0", source: "path" });
        assert.deepEqual(tried, []);
    });

    it("is downloaded before it is built", async () => {
        const engine = await provide({ download: works("download"), build: works("build") });
        assert.equal(engine.source, "download");
        assert.deepEqual(tried, ["download"]);
    });

    it("is built where the download fails, and found there the next time without another download", async () => {
        const first = await provide({ build: works("build") });
        assert.equal(first.source, "build");
        assert.deepEqual(tried, ["download", "build"]);
        assert.deepEqual(await provide({}), first);
        assert.deepEqual(tried, ["download", "build"]);
    });

    it("is looked for in one way alone when CORE_PLATFORM_ENGINE names it", async () => {
        const download = works("download");
        await provide({ download });
        assert.equal((await provide({ only: "build", download, build: works("build") })).source, "build");
        assert.equal((await provide({ only: "download", download })).source, "download");
        await assert.rejects(provide({ only: "path", download }), /no pulumi on the PATH/);
        assert.deepEqual(tried, ["download", "build"]);
        await assert.rejects(provide({ only: "magic" }), {
            name: "SetUpError",
            message: 'CORE_PLATFORM_ENGINE is "magic": use one of path, download, build, or leave it out.',
        });
    });

    it("that is not to be had is one error with every reason and every way out", async () => {
        await assert.rejects(provide({}), (error) => {
            assert.equal(error.name, "SetUpError");
            assert.equal(error.exitCode, 1);
            assert.deepEqual(error.message.split("\n"), [
                "There is no Pulumi engine 3.259.0 to run with.",
                "  - on the PATH: there is no pulumi on the PATH",
                "  - download: download failed",
                "      because",
                "  - build: build failed",
                "      because",
                "Any one of these will do, then run this again:",
                "  1. install Pulumi 3.259.0 or a newer one of its major version (see pulumi.com), on the PATH;",
                "  2. allow this machine to reach Pulumi's download host (get.pulumi.com);",
                "  3. install Go 1.26 or newer: the engine is then built from the Go module proxy, in about four minutes.",
            ]);
            return true;
        });
        assert.deepEqual(readdirSync(path.join(folder.path, "engine")), []);
    });

    it("without its language host is no engine", async () => {
        const half = async (options) => mkdirSync(path.join(options.folder, "bin"));
        await assert.rejects(provide({ only: "build", build: half }), /made no bin\/pulumi/);
        assert.deepEqual(readdirSync(path.join(folder.path, "engine")), []);
    });
});
