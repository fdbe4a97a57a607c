import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";

const MODULE = new URL("../../../scripts/setup/index.mjs", import.meta.url).href;

/** Sets up in a process of its own, without the engine unless `parts` says otherwise. */
function setUp(parts, env) {
    const script = `
        import { entryPoint } from ${JSON.stringify(new URL("../entry-point.mjs", MODULE).href)};
        import { setUp } from ${JSON.stringify(MODULE)};
        await entryPoint(async () => { console.log(JSON.stringify(await setUp(${JSON.stringify(parts)}))); return 0; });`;
    return spawnSync(process.execPath, ["--input-type=module", "-e", script], {
        encoding: "utf8",
        env: { ...process.env, ...env },
    });
}

describe("Set-up", () => {
    it("says nothing when there is nothing to do, and names the checkout", () => {
        const { status, stdout, stderr } = setUp({ engine: false, plugins: false });
        assert.deepEqual({ status, stderr }, { status: 0, stderr: "" });
        assert.deepEqual(JSON.parse(stdout), { root: process.cwd() });
    });

    it("ends with one message on stderr when there is no engine", () => {
        const empty = { CORE_PLATFORM_ENGINE: "path", PATH: "" };
        const { status, stdout, stderr } = setUp({ plugins: false }, empty);
        assert.deepEqual({ status, stdout }, { status: 1, stdout: "" });
        assert.match(
            stderr,
            /^There is no Pulumi engine [\d.]+ to run with\.\n {2}- on the PATH: there is no pulumi/,
        );
    });
});
