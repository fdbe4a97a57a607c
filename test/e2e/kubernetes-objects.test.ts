import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { ROOT, Sandbox, type Outcome, type Step } from "../helpers/sandbox";

const PROGRAM = path.join(ROOT, "test", "e2e", "programs", "kubernetes-objects", "index.ts");

/** Objects of many kinds on a cluster of the sandbox: a small program of its own, beside the platform's. */
describe("Objects on a pretended cluster", function () {
    this.timeout(900_000);
    const sandbox = new Sandbox();
    const folder = path.join(sandbox.folder, "objects");
    before(async () => {
        await sandbox.ok("up", "-s", "dvlp", "--skip-preview");
        fs.mkdirSync(folder);
        const main = path.relative(fs.realpathSync(folder), PROGRAM);
        fs.writeFileSync(path.join(folder, "Pulumi.yaml"), `name: objects\nruntime: nodejs\nmain: ${main}\n`);
        const kubeconfig = await sandbox.ok("stack", "output", "kubeconfig", "-s", "dvlp");
        await ok("stack", "init", "test");
        await ok("config", "set", "kubeconfig", kubeconfig.trim());
        await ok("up", "--skip-preview");
    });
    after(() => sandbox.remove());

    const run = (...args: string[]): Promise<Outcome> => sandbox.run(["-C", folder, ...args]);
    async function ok(...args: string[]): Promise<string> {
        const { code, stdout, stderr } = await run(...args);
        assert.equal(code, 0, `pulumi ${args.join(" ")}\n${stdout}\n${stderr}`);
        return stdout;
    }
    /** Runs a command that has to fail with one setting changed, and puts that back. */
    async function fails(command: string[], key: string, value: string): Promise<string> {
        await ok("config", "set", key, value);
        const { code, stdout } = await run(...command);
        await ok("config", "rm", key);
        assert.notEqual(code, 0, stdout);
        return stdout.replace(/\s+/g, " ");
    }
    const inCluster = async (): Promise<string[]> =>
        (await sandbox.objects())
            .filter(({ type }) => type.startsWith("kubernetes:"))
            .map(({ type, id }) => `${type.split(":")[2]} ${id}`);

    it("stand there, in the provider's namespace, with the names, data and addresses that they get", async () => {
        const found = await inCluster();
        for (const object of ["Namespace apps", "Deployment apps/app", "ServiceAccount apps/app"])
            assert.ok(found.includes(object), `${object} is not among ${found.join(", ")}`);
        assert.ok(found.some((object) => /^Widget apps\/widget-[0-9a-f]{8}$/.test(object)));
        assert.ok(found.some((object) => /^NodePool pool-[0-9a-f]{8}$/.test(object)));
        const outputs = JSON.parse(await ok("stack", "output", "--json", "--show-secrets")) as Record<
            string,
            unknown
        >;
        assert.match(String(outputs.settingsName), /^settings-[0-9a-f]{8}$/);
        assert.deepEqual(outputs.secretData, { a: "Yg==" });
        assert.match(String(outputs.host), /^a[0-9a-f]{31}-\d+\.eu-central-1\.elb\.amazonaws\.com$/);
    });

    it("show no changes in a second preview and in a refresh", async () => {
        await ok("preview", "--expect-no-changes");
        await ok("refresh", "--preview-only", "--expect-no-changes");
    });

    it("are refused at preview for a misspelt property, and for what the API server refuses", async () => {
        const misspelt = await fails(["preview"], "misspelt", "true");
        assert.match(misspelt, /unknown property "replica"; did you mean "replicas"/);
        const large = await fails(["preview"], "size", "4");
        assert.match(large, /Widget\.example\.com "widget-\w+" is invalid: spec\.size: Invalid value: 4/);
    });

    it("of a kind that no definition brings pass a preview, and are refused at up", async () => {
        const sentence = /no matches for kind "Gateway" in version "gateway\.networking\.k8s\.io\/v1"/;
        assert.match(await fails(["up", "--skip-preview"], "unknownKind", "true"), sentence);
    });

    it("are replaced where their data is immutable, under a new name that the provider makes", async () => {
        await ok("config", "set", "greeting", "good day");
        const { steps } = JSON.parse(await ok("preview", "--json")) as { steps: Step[] };
        const ops = steps.filter(({ urn }) => urn.endsWith("::settings")).map(({ op }) => op);
        assert.deepEqual(ops, ["replace"]);
        await ok("up", "--skip-preview");
    });

    it("that somebody edited are in conflict with an update that wants another value", async () => {
        const edited = await sandbox.cloud(["edit", "apps/app", "spec.replicas=5", "--type", "Deployment"]);
        assert.equal(edited.code, 0, edited.stderr);
        const conflict = await fails(["up", "--skip-preview"], "replicas", "3");
        assert.match(conflict, /conflict with "kubectl-edit" using apps\/v1: \.spec\.replicas/);
    });

    it("go with the stack, the definitions of a chart and their objects too", async () => {
        await ok("destroy", "--skip-preview");
        const left = await inCluster();
        assert.deepEqual(
            left.filter((object) => /apps|Widget|widgets|NodePool|karpenter/.test(object)),
            [],
        );
    });
});
