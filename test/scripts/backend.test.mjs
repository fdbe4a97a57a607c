import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { temporaryFolder } from "./temporary-folder.mjs";

const { ENVIRONMENTS, environmentOf } = createRequire(import.meta.url)("../../environments/index.ts");

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

function backend(args, root = ROOT) {
    const { status, stdout, stderr } = spawnSync(
        process.execPath,
        [path.join(root, "scripts", "backend.mjs"), ...args],
        { encoding: "utf8" },
    );
    return { status, stdout, stderr };
}

/** What a shell has in PULUMI_BACKEND_URL after it evaluated a text. */
function evaluated(text) {
    const script = `eval "$1"; printf %s "$PULUMI_BACKEND_URL"`;
    return spawnSync("sh", ["-c", script, "sh", text], { encoding: "utf8", env: { PATH: process.env.PATH } })
        .stdout;
}

describe("npm run -s backend", () => {
    for (const [stack, accountId] of [
        ["dvlp", "111122223333"],
        ["pprd", "444455556666"],
        ["prod", "777788889999"],
    ]) {
        it(`tells a shell where the state of ${stack} is: in its own account, in its own region`, () => {
            const { status, stdout, stderr } = backend([stack]);
            assert.deepEqual([status, stderr], [0, ""]);
            assert.equal(
                stdout,
                `export PULUMI_BACKEND_URL='s3://core-platform-state-${accountId}?region=eu-central-1'\n`,
            );
            assert.equal(evaluated(stdout), `s3://core-platform-state-${accountId}?region=eu-central-1`);
        });
    }

    it("keeps an ephemeral stack beside dvlp", () => {
        assert.deepEqual(backend(["dvlp-t123"]), backend(["dvlp"]));
    });

    it("tells programs the key service too", () => {
        assert.deepEqual(JSON.parse(backend(["prod", "--json"]).stdout), {
            PULUMI_BACKEND_URL: "s3://core-platform-state-777788889999?region=eu-central-1",
            secretsProvider: "awskms://alias/core-platform-state?region=eu-central-1",
        });
    });

    it("names the environments when none claims the stack, and gives a shell nothing to evaluate", () => {
        const { status, stdout, stderr } = backend(["staging"]);
        assert.deepEqual([status, stdout], [2, ""]);
        assert.equal(
            stderr,
            `No environment claims the stack "staging".\nThey are ${ENVIRONMENTS.join(", ")}; dvlp-<ticket> is an ephemeral stack.\n`,
        );
    });

    it("knows the stacks that environments/ knows, and no others", () => {
        const odd = ["Dvlp", "prod-2", "dvlp-", "dvlp-t1-", "dvlp-T1", "../dvlp", `dvlp-${"x".repeat(21)}`];
        for (const stack of odd)
            assert.equal(backend([stack]).status, environmentOf(stack) === undefined ? 2 : 0, stack);
    });

    it("shows how it is used, on stdout only where asked", () => {
        assert.match(backend(["--help"]).stdout, /^Usage: npm run -s backend -- STACK/);
        for (const args of [[], ["--jsn"], ["dvlp", "prod"], ["--json"]]) {
            const { status, stdout, stderr } = backend(args);
            assert.deepEqual([status, stdout], [2, ""], args.join(" "));
            assert.match(stderr, /^Usage: /);
        }
    });

    describe("in another checkout", () => {
        const folder = temporaryFolder();
        beforeEach(() => {
            for (const part of ["scripts", "package.json", "package-lock.json"])
                cpSync(path.join(ROOT, part), path.join(folder.path, part), { recursive: true });
            symlinkSync(path.join(ROOT, "node_modules"), path.join(folder.path, "node_modules"));
        });
        const stackFile = (stack, change) => {
            const text = readFileSync(path.join(ROOT, "Pulumi.dvlp.yaml"), "utf8");
            writeFileSync(path.join(folder.path, `Pulumi.${stack}.yaml`), change(text));
        };

        it("reads an ephemeral stack's own file where there is one", () => {
            stackFile("dvlp", (text) => text);
            stackFile("dvlp-t1", (text) =>
                text.replace('accountId: "111122223333"', 'accountId: "000011112222"'),
            );
            assert.match(backend(["dvlp-t1"], folder.path).stdout, /state-000011112222\?/);
            assert.match(backend(["dvlp-t2"], folder.path).stdout, /state-111122223333\?/);
        });

        it("lets nothing through to a shell that is no account and no region", () => {
            stackFile("dvlp", (text) =>
                text
                    .replace('accountId: "111122223333"', `accountId: "1'; touch /tmp/x; '"`)
                    .replace(/region: .*/, ""),
            );
            const { status, stdout, stderr } = backend(["dvlp"], folder.path);
            assert.deepEqual([status, stdout], [1, ""]);
            assert.equal(
                stderr,
                "Pulumi.dvlp.yaml: core-platform:aws.accountId must be an AWS account id of 12 digits, in quotes\n" +
                    "Pulumi.dvlp.yaml: core-platform:aws.region must be the name of an AWS region\n",
            );
        });
    });
});
