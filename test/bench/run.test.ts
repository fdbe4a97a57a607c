import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";

/** The command line as a process: it writes to stdout and stderr directly. */
function bench(...args: string[]) {
    const node = ["-r", "ts-node/register/transpile-only", "bench/main.ts", ...args];
    return spawnSync(process.execPath, node, { encoding: "utf8", timeout: 20_000 });
}

describe("npm run bench", () => {
    it("helps in 80 columns, naming every figure", () => {
        const { status, stdout } = bench("--help");
        assert.equal(status, 0);
        for (const name of ["preview", "up", "start", "memory", "growth", "set-up"])
            assert.match(stdout, new RegExp(`^  ${name} `, "m"));
        assert.deepEqual(
            stdout.split("\n").filter(({ length }) => length > 80),
            [],
        );
    });

    it("ends with 2 and says why where the command line can't be meant", () => {
        const { status, stdout, stderr } = bench("--only", "previw");
        assert.equal(status, 2);
        assert.equal(stdout, "");
        assert.match(stderr, /^bench: --only previw: .*Do you mean preview\?/);
    });
});
