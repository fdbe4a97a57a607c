import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { capture, ROOT, Sandbox } from "../helpers/sandbox";

describe("npm run sandbox", function () {
    this.timeout(600_000);
    const sandbox = new Sandbox();
    const trackedBefore = tracked();
    after(() => sandbox.remove());
    const npm = (...args: string[]): ReturnType<typeof capture> =>
        capture("npm", ["run", "-s", ...args], { SANDBOX_DIR: sandbox.folder });

    it("creates nothing when the configuration has errors, and names all of them", async () => {
        const broken = new Sandbox();
        try {
            await broken.configure("dvlp", "network.zones[0]", "z");
            await broken.configure("dvlp", "network.natGateway", "single");
            const { code, stdout } = await broken.run(["up", "-s", "dvlp", "--skip-preview"]);
            assert.notEqual(code, 0);
            assert.match(
                stdout,
                /core-platform:network\.zones\[0\]\s+value: "z"\s+error: must be one of a, b, c/,
            );
            assert.match(
                stdout,
                /core-platform:network\.natGateway\s+value: "single"[\s\S]*Write "natGateways" instead/,
            );
            assert.deepEqual(await broken.objects(), []);
            assert.deepEqual(
                (await broken.state("dvlp")).map(({ type }) => type),
                ["pulumi:pulumi:Stack"],
            );
        } finally {
            broken.remove();
        }
    });

    it("alone previews and updates dvlp, and says what to try next", async () => {
        const { code, stdout, stderr } = await npm("sandbox");
        assert.equal(code, 0, stdout + stderr);
        assert.match(
            stdout,
            /Previewing update \(dvlp\)[\s\S]*Updating \(dvlp\)[\s\S]*clusterEndpoint[\s\S]*What to try next/,
        );
        assert.doesNotMatch(stdout, /warning/);
    });

    it("prints nothing but pulumi's own output, so that programs can read it", async () => {
        const { code, stdout } = await npm("sandbox", "--", "preview", "-s", "dvlp", "--json");
        assert.equal(code, 0);
        assert.ok("changeSummary" in (JSON.parse(stdout) as object));
    });

    it("exits as pulumi does", async () => {
        assert.equal((await npm("sandbox", "--", "preview", "-s", "dvlp", "--expect-no-changes")).code, 0);
        assert.notEqual((await npm("sandbox", "--", "preview", "-s", "nowhere")).code, 0);
    });

    it("takes a plugin from SANDBOX_PLUGINS instead of the stand-in of its name", async () => {
        const folder = fs.mkdtempSync(path.join(sandbox.folder, "plugins-"));
        const mark = path.join(folder, "used");
        const standIn = path.join(ROOT, "sandbox", "dist", "kubernetes.js");
        const plugin = path.join(folder, "pulumi-resource-kubernetes");
        fs.writeFileSync(plugin, `#!/bin/sh\necho used > '${mark}'\nexec node '${standIn}' "$@"\n`, {
            mode: 0o755,
        });
        const { code, stdout } = await sandbox.run(["preview", "-s", "dvlp"], { SANDBOX_PLUGINS: folder });
        assert.equal(code, 0, stdout);
        assert.ok(fs.existsSync(mark), "the plugin was not started");
    });

    it("hands out the kubeconfig of SANDBOX_KUBECONFIG, credentials included", async () => {
        const other = new Sandbox();
        try {
            const file = path.join(other.folder, "kind.yaml");
            fs.writeFileSync(file, KUBECONFIG);
            const { code, stdout } = await other.run(["up", "-s", "dvlp", "--skip-preview"], {
                SANDBOX_KUBECONFIG: file,
            });
            assert.equal(code, 0, stdout);
            const kubeconfig = JSON.parse(await other.ok("stack", "output", "kubeconfig", "-s", "dvlp")) as {
                clusters: { cluster: Record<string, string> }[];
                users: { user: { exec: { args: string[] } } }[];
            };
            assert.deepEqual(kubeconfig.clusters[0].cluster, {
                server: "https://127.0.0.1:6443",
                "certificate-authority-data": "Q0E=",
            });
            const aws = path.join(other.folder, "bin", "aws");
            const token = await capture(aws, kubeconfig.users[0].user.exec.args, {
                SANDBOX_KUBECONFIG: file,
            });
            assert.deepEqual((JSON.parse(token.stdout) as { status: unknown }).status, { token: "a-token" });
        } finally {
            other.remove();
        }
    });

    it("changes no tracked file", () => {
        assert.deepEqual(tracked(), trackedBefore);
    });
});

const KUBECONFIG = `apiVersion: v1
kind: Config
current-context: kind
clusters: [{ name: kind, cluster: { server: "https://127.0.0.1:6443", certificate-authority-data: Q0E= } }]
contexts: [{ name: kind, context: { cluster: kind, user: kind } }]
users: [{ name: kind, user: { token: a-token } }]
`;

/** The files that the engine likes to write to. */
function tracked(): string[] {
    const names = [
        "Pulumi.yaml",
        "Pulumi.dvlp.yaml",
        "Pulumi.pprd.yaml",
        "Pulumi.prod.yaml",
        "package.json",
        "package-lock.json",
    ];
    return names.map((name) => fs.readFileSync(path.join(ROOT, name), "utf8"));
}
