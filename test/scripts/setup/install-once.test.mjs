import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { installOnce } from "../../../scripts/setup/install-once.mjs";
import { DEAD_PID, temporaryFolder } from "../temporary-folder.mjs";

const MODULE = new URL("../../../scripts/setup/install-once.mjs", import.meta.url).href;

/** A process of its own that installs into `target`, and says "made" or "found" at its end. */
function installer(target, body) {
    const code = `
        import { appendFileSync, writeFileSync } from "node:fs";
        import { installOnce } from ${JSON.stringify(MODULE)};
        const target = ${JSON.stringify(target)};
        const made = await installOnce(target, async (temporary) => { ${body} });
        console.log(made ? "made" : "found");`;
    return spawn(process.execPath, ["--input-type=module", "-e", code], {
        stdio: ["ignore", "pipe", "inherit"],
    });
}

describe("An installation", () => {
    const folder = temporaryFolder();
    const target = () => path.join(folder.path, "engine", "1");

    it("is made once and found afterwards", async () => {
        const make = async (temporary) => writeFileSync(path.join(temporary, "file"), "whole");
        assert.equal(await installOnce(target(), make), true);
        assert.equal(await installOnce(target(), make), false);
        assert.equal(readFileSync(path.join(target(), "file"), "utf8"), "whole");
        assert.deepEqual(readdirSync(path.dirname(target())), ["1"]);
    });

    it("is made by one of several processes that start at once", async () => {
        const log = path.join(folder.path, "log");
        const body = `
            appendFileSync(${JSON.stringify(log)}, "x");
            await new Promise((resolve) => setTimeout(resolve, 300));
            writeFileSync(temporary + "/file", "whole");`;
        const outcomes = await Promise.all(
            Array.from({ length: 3 }, async () => {
                const child = installer(target(), body);
                const [chunks] = await Promise.all([child.stdout.toArray(), once(child, "close")]);
                return Buffer.concat(chunks).toString().trim();
            }),
        );
        assert.deepEqual(outcomes.sort(), ["found", "found", "made"]);
        assert.equal(readFileSync(log, "utf8"), "x");
        assert.deepEqual(readdirSync(path.dirname(target())), ["1"]);
    });

    it("that was killed half-way is never used, and the next one clears it away", async () => {
        const child = installer(
            target(),
            `writeFileSync(temporary + "/file", "half"); console.log("half"); await new Promise(() => setInterval(() => {}, 1000));`,
        );
        await once(child.stdout, "data");
        child.kill("SIGKILL");
        await once(child, "close");
        assert.equal(existsSync(target()), false);
        assert.notDeepEqual(readdirSync(path.dirname(target())), []);

        await installOnce(target(), async (temporary) =>
            writeFileSync(path.join(temporary, "file"), "whole"),
        );
        assert.equal(readFileSync(path.join(target(), "file"), "utf8"), "whole");
        assert.deepEqual(readdirSync(path.dirname(target())), ["1"]);
    });

    it("that fails leaves nothing behind", async () => {
        await assert.rejects(
            installOnce(target(), async () => {
                throw new Error("no network");
            }),
            /no network/,
        );
        assert.deepEqual(readdirSync(path.dirname(target())), []);
    });

    it("leaves alone what a living process is making", async () => {
        const living = `${target()}.tmp-${process.ppid}`;
        const dead = `${target()}.tmp-${DEAD_PID}`;
        [living, dead].forEach((leftover) => mkdirSync(leftover, { recursive: true }));
        await installOnce(target(), async () => {});
        assert.equal(existsSync(living), true);
        assert.equal(existsSync(dead), false);
    });
});
