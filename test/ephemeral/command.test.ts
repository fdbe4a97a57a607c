import assert from "node:assert/strict";
import { run } from "../../ephemeral/command";
import { temporaryFolder } from "../sandbox/cloud/temporary-folder";
import { outputOf } from "../sandbox/cli/output";
import { pretendedPlace, type PretendedPlace } from "./pretended-pulumi";

describe("ephemeral/command", () => {
    const folder = temporaryFolder();
    let place: PretendedPlace;
    beforeEach(() => (place = pretendedPlace(folder())));

    /** Runs a command line; @returns exit code and what went to the terminal */
    async function typed(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
        let code = -1;
        const output = await outputOf(async () => {
            code = await run(args, (aws) => Object.assign(place, { aws }));
        });
        return { code, ...output };
    }

    it("makes, lists and removes a ticket's stack", async () => {
        assert.equal((await typed("up", "T-1", "--owner", "team", "--days", "7")).code, 0);
        const { stdout } = await typed("list");
        assert.match(stdout, /^TICKET.*\nt-1 +team +2026-11-28 +10\.192\.0\.0\/16 +80 +-\n$/);
        const [one] = JSON.parse((await typed("list", "--json")).stdout) as { ticket: string }[];
        assert.equal(one.ticket, "t-1");
        assert.equal((await typed("down", "t-1", "--yes")).code, 0);
        assert.match((await typed("list")).stdout, /^There is no ephemeral stack\. Make one: /);
        assert.equal((await typed("list", "--json")).stdout, "[]\n");
    });

    it("works in the sandbox unless it is told --aws", async () => {
        await typed("list");
        assert.equal(place.aws, false);
        await typed("list", "--aws");
        assert.equal(place.aws, true);
    });

    it("answers 2 for what can't be meant, says why, and changes nothing", async () => {
        for (const [args, why] of [
            [["up"], /missing required argument 'ticket'/],
            [["up", "t_1"], /can't name an ephemeral stack/],
            [["up", "t-1", "--days", "0"], /whole number of days, 1 to 30/],
            [["up", "t-1", "--days", "31"], /whole number of days, 1 to 30/],
            [["up", "t-1", "--days", "2.5"], /whole number of days, 1 to 30/],
            [["up", "t-1", "t-2"], /too many arguments/],
            [["list", "--jsn"], /unknown option '--jsn'/],
            [["dwn", "t-1"], /unknown command 'dwn'/],
        ] as [string[], RegExp][]) {
            const { code, stderr } = await typed(...args);
            assert.equal(code, 2, args.join(" "));
            assert.match(stderr, why);
        }
        for (const args of [["down"], ["down", "t-1", "--expired"]])
            await assert.rejects(typed(...args), {
                name: "UserError",
                exitCode: 2,
                message: /Name a ticket/,
            });
        assert.deepEqual(place.pulumi.calls, []);
    });

    it("passes the exit code of pulumi on", async () => {
        place.pulumi.exitCode = 3;
        assert.equal((await typed("up", "t-1")).code, 3);
    });

    it("helps on 80 columns", async () => {
        for (const args of [["--help"], ["up", "--help"], ["down", "--help"], ["list", "--help"]]) {
            const { code, stdout } = await typed(...args);
            assert.equal(code, 0);
            assert.match(stdout, /^Usage: npm run ephemeral -- /);
            assert.deepEqual(
                stdout.split("\n").filter((line) => line.length > 80),
                [],
            );
        }
    });
});
