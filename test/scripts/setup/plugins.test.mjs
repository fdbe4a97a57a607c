import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { bundleWithEsbuild, providePlugins } from "../../../scripts/setup/plugins.mjs";
import { DEAD_PID, temporaryFolder } from "../temporary-folder.mjs";

const QUIET = { progress: () => ({ end() {} }), say() {} };

describe("The sandbox's plugins", () => {
    const folder = temporaryFolder();
    let bundled;

    const dist = (...names) => path.join(folder.path, "sandbox", "dist", ...names);
    const provide = () =>
        providePlugins(folder.path, {
            ...QUIET,
            bundle: async ({ entry, leftOut, outfile }) => {
                bundled.push([path.relative(folder.path, entry), ...leftOut]);
                writeFileSync(outfile, `console.log(${JSON.stringify(readFileSync(entry, "utf8"))});`);
            },
        });

    beforeEach(() => {
        bundled = [];
        folder.write("package-lock.json", "{}");
        folder.write("environments/index.ts", "");
        folder.write("sandbox/aws/main.ts", "aws");
        folder.write("sandbox/eks/main.ts", "eks");
        folder.write("sandbox/cli/main.ts", "cli");
    });

    it("are bundled from the entry points that exist, and started by executables of the engine's names", async () => {
        assert.equal(await provide(), true);
        assert.deepEqual(bundled, [
            ["sandbox/aws/main.ts"],
            ["sandbox/eks/main.ts", "typescript", "@npmcli/arborist"],
            ["sandbox/cli/main.ts"],
        ]);
        assert.deepEqual(readdirSync(dist("bin")).sort(), ["pulumi-resource-aws", "pulumi-resource-eks"]);
        assert.equal(execFileSync(dist("bin", "pulumi-resource-aws"), { encoding: "utf8" }), "aws\n");
    });

    it("are bundled again only when a source, the environments or the packages have changed", async () => {
        await provide();
        assert.equal(await provide(), false);
        folder.write("sandbox/aws/README.md", "prose");
        assert.equal(await provide(), false);
        for (const source of [
            "sandbox/aws/deep/vpc.ts",
            "sandbox/typings/aws.json",
            "environments/index.ts",
            "package-lock.json",
        ]) {
            folder.write(source, "changed");
            assert.equal(await provide(), true, source);
        }
    });

    it("are bundled once by two runs that start at once", async () => {
        assert.deepEqual((await Promise.all([provide(), provide()])).sort(), [false, true]);
        assert.equal(bundled.length, 3);
    });

    it("that have no entry point any more are removed, and so is what a killed run left", async () => {
        mkdirSync(dist(`.tmp-${DEAD_PID}`), { recursive: true });
        folder.write("sandbox/dist/gone.js", "");
        folder.write("sandbox/dist/bin/pulumi-resource-gone", "");
        await provide();
        assert.deepEqual(readdirSync(dist()).sort(), [
            ".locks",
            ".stamp",
            "aws.js",
            "bin",
            "cli.js",
            "eks.js",
        ]);
        assert.equal(existsSync(dist("bin", "pulumi-resource-gone")), false);
    });

    it("that can't be bundled leave the old ones in place, and are tried again", async () => {
        await provide();
        folder.write("sandbox/aws/main.ts", "broken");
        const fails = () =>
            providePlugins(folder.path, { ...QUIET, bundle: () => Promise.reject(new Error("syntax")) });
        await assert.rejects(fails(), /syntax/);
        await assert.rejects(fails(), /syntax/);
        assert.match(readFileSync(dist("aws.js"), "utf8"), /"aws"/);
        assert.equal(await provide(), true);
    });
});

describe("A bundle", () => {
    const folder = temporaryFolder();

    /** Bundles a program that imports TypeScript without it, and runs it. */
    async function run(code) {
        const entry = folder.write("entry.ts", `import * as left from "typescript";\n${code}\n`);
        const outfile = path.join(folder.path, "bundle.js");
        await bundleWithEsbuild({ root: process.cwd(), entry, leftOut: ["typescript"], outfile });
        return spawnSync(process.execPath, [outfile], { encoding: "utf8" });
    }

    it("works without a package that it imports and never uses", async () => {
        const { status, stdout } = await run("console.log(typeof left);");
        assert.equal(status, 0);
        assert.equal(stdout, "object\n");
    });

    it("fails with the package's name where it is used after all", async () => {
        const { status, stderr } = await run("console.log(left.version);");
        assert.equal(status, 1);
        assert.match(stderr, /typescript was left out of this bundle, and version of it is needed/);
    });
});
