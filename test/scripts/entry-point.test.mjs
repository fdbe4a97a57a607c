import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";

const ENTRY_POINT = new URL("../../scripts/entry-point.mjs", import.meta.url).href;
const SET_UP_ERROR = new URL("../../scripts/setup/set-up-error.mjs", import.meta.url).href;

function run(body) {
    const script = `
        import { entryPoint } from ${JSON.stringify(ENTRY_POINT)};
        import { SetUpError } from ${JSON.stringify(SET_UP_ERROR)};
        await entryPoint(async () => { ${body} });`;
    return spawnSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" });
}

describe("A script", () => {
    it("ends with the code that its main function returns", () => {
        assert.equal(run("return 3;").status, 3);
    });

    it("shows the message alone of an error that is the user's, on stderr", () => {
        const { status, stdout, stderr } = run(`throw new SetUpError("install it", 4);`);
        assert.deepEqual({ status, stdout, stderr }, { status: 4, stdout: "", stderr: "install it\n" });
    });

    it("shows where a bug comes from", () => {
        const { status, stderr } = run(`throw new TypeError("a bug");`);
        assert.equal(status, 1);
        assert.match(stderr, /TypeError: a bug\n\s+at /);
    });
});
