import assert from "node:assert/strict";
import { runTool, shorten } from "../../../scripts/setup/run-tool.mjs";

describe("A tool of set-up", () => {
    const node = (code, options) => runTool(process.execPath, ["-e", code], options);

    it("gives what it wrote to stdout, and keeps the rest to itself", async () => {
        assert.equal(await node("console.log('out'); console.error('noise')"), "out\n");
    });

    it("shows its output when it fails", async () => {
        await assert.rejects(node("console.error('the reason'); process.exit(3)"), {
            name: "ToolFailure",
            message: /ended with exit code 3$/,
            output: "the reason",
        });
    });

    it("shows the first and the last lines of a long output", () => {
        const lines = Array.from({ length: 100 }, (_, index) => `${index}`);
        assert.equal(shorten(lines.slice(0, 30).join("\n")), lines.slice(0, 30).join("\n"));
        assert.equal(
            shorten(lines.join("\n")),
            [...lines.slice(0, 15), "...", ...lines.slice(-15)].join("\n"),
        );
    });

    it("says so when it can't be started", async () => {
        await assert.rejects(runTool("no-such-tool", []), {
            name: "ToolFailure",
            message: /^no-such-tool could not be started/,
        });
    });

    it("is ended when it takes longer than it may", async () => {
        await assert.rejects(node("setInterval(() => {}, 1000)", { timeoutSeconds: 0.2 }), {
            name: "ToolFailure",
            message: /gave no result in 0.2 s$/,
        });
    });

    it("is ended by a signal to set-up, which then ends as a shell would say", async () => {
        const running = node("setInterval(() => {}, 1000)");
        process.emit("SIGTERM", "SIGTERM");
        await assert.rejects(running, { name: "SetUpError", message: "stopped by SIGTERM", exitCode: 143 });
        assert.equal(process.listenerCount("SIGTERM"), 0);
    });
});
