import assert from "node:assert/strict";
import { timed } from "../../bench/command";

describe("A timed command", () => {
    it("brings what it wrote and how long it took", async () => {
        const { stdout, stderr, ms } = await timed(process.execPath, [
            "-e",
            "console.log(1); console.error(2)",
        ]);
        assert.deepEqual([stdout, stderr], ["1\n", "2\n"]);
        assert.ok(ms > 0);
    });

    it("brings characters whole whose bytes come apart", async () => {
        const code = `
            const bytes = Buffer.from("ä€");
            const write = (n) => {
                if (n === bytes.length) return;
                process.stderr.write(bytes.subarray(n, n + 1));
                process.stdout.write(bytes.subarray(n, n + 1), () => setTimeout(write, 20, n + 1));
            };
            write(0);`;
        const { stdout, stderr } = await timed(process.execPath, ["-e", code]);
        assert.deepEqual([stdout, stderr], ["ä€", "ä€"]);
    });

    it("that fails is an error with its exit code and the end of its output", async () => {
        const code = "console.log('out'); console.error('err'); process.exitCode = 3";
        await assert.rejects(timed(process.execPath, ["-e", code]), /ended with 3\nout\n\nerr\n/);
    });

    it("that takes too long is ended", async () => {
        const never = timed(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { patienceS: 0.2 });
        await assert.rejects(never, /took over 0\.2 s/);
    });

    it("that does not exist is an error", async () => {
        await assert.rejects(timed("/nowhere/at-all", []), /ENOENT/);
    });
});
