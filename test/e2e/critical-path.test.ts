import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { ENVIRONMENTS } from "../../environments";
import { minutes, type Report } from "../../sandbox/critical-path/report";
import { ROOT, Sandbox } from "../helpers/sandbox";

/** What an `up` may take, as a multiple of what AWS itself forces. */
const AIM = "1.1";

describe("the critical path", function () {
    this.timeout(300_000);
    const sandbox = new Sandbox();
    after(() => sandbox.remove());

    for (const environment of ENVIRONMENTS)
        it(`of ${environment} is at most ${AIM} times as long as AWS makes it`, async () => {
            const { code, stdout, stderr } = await sandbox.criticalPath([
                environment,
                "--json",
                "--max-ratio",
                AIM,
            ]);
            assert.equal(code, 0, `${stdout}\n${stderr}`);
            const { program, forced, ratio } = JSON.parse(stdout) as Report;
            const names = (chain: Report["program"]): string[] => chain.steps.map(({ name }) => name);
            // Minutes that nobody can take away: a chain without them would be a mistake of the measure.
            for (const chain of [program, forced])
                assert.ok(names(chain).includes("cluster-eks-eksCluster"), names(chain).join(", "));
            assert.ok(forced.seconds <= program.seconds);
            const told = fs
                .readFileSync(path.join(ROOT, "sandbox", "README.md"), "utf8")
                .replaceAll("\n", " ");
            const figures = `${minutes(program.seconds)} by the table, ${ratio.toFixed(2)} times the ${minutes(forced.seconds)}`;
            assert.ok(told.includes(figures), `sandbox/README.md does not say "${figures}"`);
        });
});
