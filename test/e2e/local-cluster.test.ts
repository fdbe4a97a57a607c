import * as assert from "node:assert/strict";
import * as path from "node:path";
import { OUTPUT_NAMES } from "../helpers/output-names";
import { Sandbox, stepsOf, type Step } from "../helpers/sandbox";
import { initStack, writeStackFile, type Sections } from "../helpers/stack-file";

const STACK = "dvlp-local";

const sections = (context: string): Sections => ({
    owner: "platform-team",
    cluster: { existing: { context } },
    services: { metricsServer: true },
});

/** All that the stack is made of. */
const RESOURCES = [
    "core-platform:metrics-server:MetricsServer metrics-server",
    "core-platform:namespace:Namespace platform",
    "kubernetes:core/v1:Namespace platform-namespace",
    "kubernetes:helm.sh/v3:Release metrics-server-release",
    "pulumi:providers:kubernetes cluster-kubernetes",
    "pulumi:pulumi:Stack core-platform-dvlp-local",
];

/** The way of docs/local-cluster.md: the steps depend on each other. */
describe("a stack on a local cluster (docs/local-cluster.md)", function () {
    this.timeout(600_000);
    const sandbox = new Sandbox();
    let steps: Step[];
    before(async () => {
        const { code, stderr } = await sandbox.cloud(["kind", "create", "dev"]);
        assert.equal(code, 0, stderr);
        // The sandbox makes its project at the first command of pulumi.
        await initStack(sandbox, STACK, sections("kind-dev"));
        steps = await sandbox.preview(STACK);
    });
    after(() => sandbox.remove());

    it("is nothing of AWS in a preview: no resource, no provider", () => {
        assert.deepEqual(
            stepsOf(steps),
            RESOURCES.map((resource) => `create ${resource}`),
        );
    });

    it("tells the provider where the kubeconfig is, and no more", () => {
        const provider = steps.find(({ urn }) => urn.endsWith("::cluster-kubernetes"));
        const { kubeconfig, context, clusterIdentifier } = provider?.newState?.inputs ?? {};
        assert.deepEqual(
            [kubeconfig, context, clusterIdentifier],
            [path.join(sandbox.folder, "kubeconfig"), "kind-dev", "kind-dev"],
        );
    });

    it("comes up, and has nothing to do the second time", async () => {
        await sandbox.ok("up", "-s", STACK, "--skip-preview");
        assert.deepEqual(await sandbox.preview(STACK), []);
    });

    it("holds no credentials in its state", async () => {
        const state = await sandbox.ok("stack", "export", "-s", STACK, "--show-secrets");
        assert.doesNotMatch(state, /client-(key|certificate)|BEGIN|LS0tLS1/);
        assert.deepEqual(
            (await sandbox.state(STACK)).map(({ type, urn }) => `${type} ${urn.split("::")[3]}`).sort(),
            RESOURCES,
        );
    });

    it("says what there is to say without AWS", async () => {
        const outputs = JSON.parse(await sandbox.ok("stack", "output", "-s", STACK, "--json")) as object;
        const ofAws = [
            "accountId",
            "clusterEndpoint",
            "clusterVersion",
            "natPublicIps",
            "privateSubnetIds",
            "publicSubnetIds",
            "region",
            "vpcCidr",
            "vpcId",
        ];
        assert.deepEqual(
            Object.keys(outputs).sort(),
            OUTPUT_NAMES.filter((name) => !ofAws.includes(name)),
        );
    });

    it("stands on the local cluster, outside every account", async () => {
        const objects = await sandbox.objects();
        assert.deepEqual([...new Set(objects.map(({ region }) => region))].sort(), [
            "local",
            "local.Cluster.dev",
        ]);
    });

    it("is refused for a context that is not there, which lists those that are", async () => {
        writeStackFile(sandbox, STACK, sections("kind-prod"));
        const { code, stdout } = await sandbox.run(["preview", "-s", STACK]);
        assert.notEqual(code, 0);
        assert.match(stdout.replace(/\s+/g, " "), /value: "kind-prod" .* to do: Write one of kind-dev\./);
        writeStackFile(sandbox, STACK, sections("kind-dev"));
    });

    it("is made again on a cluster that was made anew, once a refresh has looked", async () => {
        for (const verb of ["delete", "create"])
            assert.equal((await sandbox.cloud(["kind", verb, "dev"])).code, 0);
        await sandbox.ok("up", "-s", STACK, "--skip-preview", "--refresh");
        const inside = (await sandbox.objects(STACK)).map(({ type }) => type).sort();
        assert.deepEqual(inside, ["kubernetes:core/v1:Namespace", "kubernetes:helm.sh/v3:Release"]);
    });

    it("goes by one destroy, which leaves the cluster as it was", async () => {
        await sandbox.ok("destroy", "-s", STACK);
        assert.deepEqual(await sandbox.state(STACK), []);
        assert.deepEqual(
            (await sandbox.objects()).map(({ type }) => type),
            ["local:kind:Cluster"],
        );
    });
});
