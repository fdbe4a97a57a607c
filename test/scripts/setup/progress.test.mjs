import assert from "node:assert/strict";
import { startProgress } from "../../../scripts/setup/progress.mjs";

function recorder(isTTY) {
    const texts = [];
    return { isTTY, texts, write: (text) => texts.push(text) };
}

describe("The progress", () => {
    it("is one line that counts the seconds on a terminal", () => {
        const stream = recorder(true);
        let time = 0;
        const progress = startProgress("Building", { stream, now: () => time });
        time = 3_000;
        progress.tick();
        progress.end();
        assert.deepEqual(stream.texts, [
            "Building ...",
            "\r\x1b[2KBuilding ... 3 s",
            "\r\x1b[2KBuilding: done (3 s)\n",
        ]);
    });

    it("is a line every fifteen seconds where there is no terminal", () => {
        const stream = recorder(false);
        let time = 0;
        const progress = startProgress("Building", { stream, now: () => time });
        for (; time <= 31_000; time += 1_000) {
            progress.tick();
        }
        progress.end("failed");
        assert.deepEqual(stream.texts, [
            "Building ...\n",
            "Building ... 15 s\n",
            "Building ... 30 s\n",
            "Building: failed (32 s)\n",
        ]);
    });
});
