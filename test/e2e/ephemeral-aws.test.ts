import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { pathToFileURL } from "node:url";
import type { ListedStack } from "../../ephemeral/list";
import { capture, ROOT, Sandbox, type Outcome } from "../helpers/sandbox";

/** What a clone needs to run the program. */
const CLONED = [
    "components",
    "config",
    "environments",
    "command-line",
    "ephemeral",
    "scripts",
    "index.ts",
    "outputs.ts",
    "package.json",
    "package-lock.json",
    "Pulumi.yaml",
    "Pulumi.dvlp.yaml",
    "Pulumi.pprd.yaml",
    "Pulumi.prod.yaml",
    "tsconfig.json",
];

/**
 * `--aws` as a person uses it: two clones, a pulumi on the PATH. That pulumi is the real one; a folder stands in for the
 * bucket, a passphrase for the key service, and the sandbox's plugins for the official ones.
 */
describe("npm run ephemeral --aws, from two clones", function () {
    this.timeout(900_000);
    const sandbox = new Sandbox();
    after(() => sandbox.remove());
    const at = (...names: string[]): string => path.join(sandbox.folder, ...names);
    const engine = process.env.CORE_PLATFORM_ENGINE_BIN ?? "";

    before(() => {
        for (const name of ["one", "other"]) clone(at(name));
        fs.mkdirSync(at("bin"));
        fs.mkdirSync(at("bucket"));
        const variables = {
            PULUMI_BACKEND_URL: pathToFileURL(at("bucket")).href,
            PULUMI_HOME: at("home"),
            PULUMI_CONFIG_PASSPHRASE: "x",
            PULUMI_SKIP_UPDATE_CHECK: "true",
            PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
            SANDBOX_DIR: at("pretended"),
        };
        const exports = Object.entries(variables).map(([name, value]) => `export ${name}='${value}'\n`);
        fs.writeFileSync(
            at("bin", "pulumi"),
            `#!/bin/sh\necho "$PULUMI_BACKEND_URL" >> '${at("urls")}'\n${exports.join("")}` +
                `export PATH='${path.join(ROOT, "sandbox", "dist", "bin")}':"$PATH"\nexec '${engine}/pulumi' "$@"\n`,
            { mode: 0o755 },
        );
        fs.symlinkSync(path.join(engine, "pulumi-language-nodejs"), at("bin", "pulumi-language-nodejs"));
    });

    function clone(folder: string): void {
        for (const name of CLONED)
            fs.cpSync(path.join(ROOT, name), path.join(folder, name), { recursive: true });
        fs.symlinkSync(path.join(ROOT, "node_modules"), path.join(folder, "node_modules"));
        const dvlp = path.join(folder, "Pulumi.dvlp.yaml");
        const text = fs.readFileSync(dvlp, "utf8");
        fs.writeFileSync(dvlp, text.replace(/^secretsprovider: .*$/m, "secretsprovider: passphrase"));
    }

    /** `npm run ephemeral -- ARGS --aws` in a clone, whose shell points to another state. */
    function ephemeral(name: string, ...args: string[]): Promise<Outcome> {
        return capture(process.execPath, [at(name, "scripts", "ephemeral.mjs"), ...args, "--aws"], {
            CORE_PLATFORM_CACHE: at("cache"),
            PATH: `${at("bin")}:${process.env.PATH}`,
            PULUMI_BACKEND_URL: "s3://state-of-prod",
        });
    }

    async function ok(name: string, ...args: string[]): Promise<string> {
        const { code, stdout, stderr } = await ephemeral(name, ...args);
        assert.equal(code, 0, `ephemeral ${args.join(" ")} exits with ${code}\n${stdout}\n${stderr}`);
        return stdout;
    }

    const fileIn = (name: string): string => at(name, "Pulumi.dvlp-t-7.yaml");

    it("demands --yes of a job before it makes anything", async () => {
        const { code, stderr } = await ephemeral("one", "up", "T-7");
        assert.equal(code, 2);
        assert.match(stderr, /add --yes/);
        assert.ok(!fs.existsSync(fileIn("one")));
    });

    it("makes the stack in dvlp's state, by the pulumi on the PATH", async () => {
        const stdout = await ok("one", "up", "T-7", "--owner", "team-seven", "--yes");
        assert.match(stdout, /78 created/);
        const urls = new Set(fs.readFileSync(at("urls"), "utf8").trim().split("\n"));
        assert.ok(urls.has("s3://core-platform-state-111122223333?region=eu-central-1"));
        urls.delete("s3://core-platform-state-111122223333?region=eu-central-1");
        // Looking for the engine, set-up asks for its version in the shell's own environment.
        assert.deepEqual([...urls], ["s3://state-of-prod"]);
        const file = fs.readFileSync(fileIn("one"), "utf8");
        assert.match(file, /^encryptionsalt: /m);
        assert.equal(
            fs.readFileSync(at("one", "Pulumi.dvlp.yaml"), "utf8").includes("encryptionsalt"),
            false,
        );
    });

    it("is listed in the other clone, which has no file of it", async () => {
        const [one] = JSON.parse(await ok("other", "list", "--json")) as ListedStack[];
        assert.deepEqual([one.ticket, one.owner, one.cidr], ["t-7", "team-seven", "10.192.0.0/16"]);
        assert.ok(!fs.existsSync(fileIn("other")));
    });

    it("is brought up to date from the other clone, with the configuration that it has", async () => {
        // The one clone tried something.
        const file = fs.readFileSync(fileIn("one"), "utf8");
        fs.writeFileSync(fileIn("one"), file.replace("flowLogRetentionDays: 14", "flowLogRetentionDays: 30"));
        assert.match(await ok("one", "up", "t-7", "--yes"), /1 updated/);
        assert.match(await ok("other", "up", "t-7", "--yes"), /78 unchanged/);
        assert.match(fs.readFileSync(fileIn("other"), "utf8"), /flowLogRetentionDays: "?30/);
    });

    it("is removed from a clone without its file; the others are told of theirs", async () => {
        fs.rmSync(fileIn("other"));
        await ok("other", "down", "t-7", "--yes");
        assert.equal(await ok("other", "list", "--json"), "[]\n");
        assert.ok(!fs.existsSync(fileIn("other")));
        assert.ok(fs.existsSync(fileIn("one")));
        assert.match(await ok("one", "down", "t-7", "--yes"), /nothing to do[^]*Its file stays/);
        assert.ok(fs.existsSync(fileIn("one")));
        const cloud = fs.readdirSync(at("pretended", "cloud"), { recursive: true }) as string[];
        assert.deepEqual(
            cloud.filter((name) => name.endsWith(".json") && !name.includes("trail")),
            [],
        );
    });

    it("is refused without a pulumi on the PATH, and none is downloaded", async () => {
        const { code, stderr } = await capture(
            process.execPath,
            [at("one", "scripts", "ephemeral.mjs"), "list", "--aws"],
            { CORE_PLATFORM_CACHE: at("cache"), PATH: path.dirname(process.execPath) },
        );
        assert.equal(code, 1);
        assert.match(stderr, /no pulumi on the PATH/);
    });
});
