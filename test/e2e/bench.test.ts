import assert from "node:assert/strict";
import { capture } from "../helpers/sandbox";

/** Two engines' updates and two previews, on a machine that may be busy. */
const PATIENCE = 240_000;

interface Report {
    machine: { cores: number };
    runs: number;
    figures: {
        name: string;
        rows: { subject: string; value: number; floor: number; ratio: number; met: boolean }[];
    }[];
}

describe("npm run bench on the real engine", () => {
    it("measures the platform against a floor that registers as many resources", async function () {
        this.timeout(PATIENCE);
        const args = ["--only", "memory", "--only", "set-up", "--stack", "dvlp", "--runs", "1", "--json"];
        const node = ["-r", "ts-node/register/transpile-only", "bench/main.ts", ...args];
        const { code, stdout, stderr } = await capture(process.execPath, node);
        assert.equal(code, 0, stderr);
        const { machine, runs, figures } = JSON.parse(stdout) as Report;
        assert.ok(machine.cores >= 1);
        assert.equal(runs, 1);
        assert.deepEqual(
            figures.map(({ name }) => name),
            ["memory", "set-up"],
        );
        const [row] = figures[0].rows;
        assert.equal(row.subject, "dvlp");
        assert.equal(row.ratio, row.value / row.floor);
        assert.equal(row.met, row.value <= 250);
        assert.deepEqual(
            figures[1].rows.map(({ subject }) => subject),
            ["warm"],
            "the cold ones are for those who ask",
        );
        assert.ok(row.value > row.floor, "the platform loads more than its floor");
    });
});
