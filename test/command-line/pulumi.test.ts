import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { Pulumi } from "../../command-line/pulumi";

/** `node -e SCRIPT ARGS` in pulumi's place. */
function pulumi(script: string): Pulumi {
    return new Pulumi({
        command: process.execPath,
        arguments: ["-e", script, "--"],
        environment: { ...process.env, FROM_LAUNCH: "1" },
        cwd: process.cwd(),
    });
}

describe("command-line/pulumi", () => {
    it("hands arguments and environment over and gives the answer back", async () => {
        const script = "console.log(JSON.stringify([...process.argv.slice(1), process.env.FROM_LAUNCH]))";
        assert.deepEqual(await pulumi(script).json(["stack", "ls"]), ["stack", "ls", "1"]);
    });

    it("fails with what pulumi said", async () => {
        await assert.rejects(pulumi("console.error('no bucket'); process.exit(255)").ask(["stack", "ls"]), {
            name: "UserError",
            message: "pulumi stack ls failed:\nno bucket",
        });
    });

    it("keeps a character whole whose bytes come apart", async () => {
        const script = `
            const bytes = Buffer.from("ä€");
            const [to, code] = process.argv[1] === "fail" ? [process.stderr, 1] : [process.stdout, 0];
            const write = (n) => n < bytes.length
                ? to.write(bytes.subarray(n, n + 1), () => setTimeout(write, 20, n + 1)) : process.exit(code);
            write(0);`;
        assert.equal(await pulumi(script).ask(["export"]), "ä€");
        await assert.rejects(pulumi(script).ask(["fail"]), { message: "pulumi fail failed:\nä€" });
    });

    it("asks again where a file of the backend was half written, and not for ever", async () => {
        const marker = path.join(fs.mkdtempSync(path.join(os.tmpdir(), "core-platform-pulumi-")), "asked");
        const script = `
            const fs = require("fs");
            const [marker, wanted] = process.argv.slice(1);
            fs.appendFileSync(marker, "x");
            if (fs.readFileSync(marker, "utf8").length < Number(wanted)) { console.error("error: EOF"); process.exit(255); }
            console.log("[]");`;
        try {
            assert.deepEqual(await pulumi(script).json([marker, "3"]), []);
            await assert.rejects(pulumi(script).json([marker, "99"]), { message: /error: EOF$/ });
            assert.equal(fs.readFileSync(marker, "utf8").length, 3 + 5);
        } finally {
            fs.rmSync(path.dirname(marker), { recursive: true });
        }
    });

    it("knows a stack that there is not from other failures", async () => {
        const gone = pulumi("console.error(\"error: no stack named 'dvlp-t-1' found\"); process.exit(1)");
        assert.equal(await gone.jsonOfStack(["stack", "tag", "ls"]), undefined);
        const broken = pulumi("console.error('no bucket'); process.exit(1)");
        await assert.rejects(broken.jsonOfStack(["stack", "tag", "ls"]), { message: /no bucket/ });
    });

    it("answers the exit code of what it ran, and sets variables for it alone", async () => {
        const script = "process.exit(process.env.JUST_ONCE === 'yes' ? 7 : 0)";
        assert.equal(await pulumi(script).run([], { JUST_ONCE: "yes" }), 7);
        assert.equal(await pulumi(script).run([]), 0);
    });

    it("rejects where there is no pulumi", async () => {
        const none = new Pulumi({ command: "/nowhere/pulumi", arguments: [], environment: {}, cwd: "." });
        await assert.rejects(none.run(["up"]), { code: "ENOENT" });
    });

    it("leaves Ctrl-C to pulumi and passes an order to end on", async () => {
        const main = `
            require("ts-node/register/transpile-only");
            const { Pulumi } = require(${JSON.stringify(path.resolve("command-line/pulumi"))});
            const child = "process.on('SIGINT', () => setTimeout(() => process.exit(3), 200));" +
                "process.on('SIGTERM', () => process.exit(4)); setInterval(() => 0, 1000); console.log('ready')";
            new Pulumi({ command: process.execPath, arguments: ["-e", child], environment: process.env, cwd: "." })
                .run([]).then((code) => process.exit(code));`;
        for (const [signal, code] of [
            ["SIGINT", 3],
            ["SIGTERM", 4],
        ] as const) {
            const outer = spawn(process.execPath, ["-e", main], {
                stdio: ["ignore", "pipe", "inherit"],
                detached: true,
            });
            await once(outer.stdout, "data");
            // Ctrl-C reaches the whole group, an order to end the one process.
            process.kill(signal === "SIGINT" ? -outer.pid! : outer.pid!, signal);
            const [ended] = (await once(outer, "exit")) as [number | null];
            assert.equal(ended, code, signal);
        }
    });
});
