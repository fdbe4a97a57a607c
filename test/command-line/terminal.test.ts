import * as assert from "node:assert/strict";
import { terminal } from "../../command-line/terminal";
import { outputOf } from "../sandbox/cli/output";

describe("command-line/terminal", () => {
    it("says a line, and asks nobody where output goes into a pipe", async () => {
        const { stdout, result } = await outputOf(() => {
            terminal().say("done");
            return terminal().interactive;
        });
        assert.deepEqual([stdout, result], ["done\n", false]);
    });
});
