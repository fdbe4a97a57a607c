import * as assert from "node:assert/strict";
import type { CloudObject } from "../../sandbox/cloud/account";
import { OUTPUT_NAMES } from "../helpers/output-names";
import { Sandbox, stepsOf } from "../helpers/sandbox";
import { dvlpSections, initStack, sectionsOf, writeStackFile } from "../helpers/stack-file";

/** The components of a part, as docs/parts.md lists them. */
const COMPONENTS = {
    network: ["core-platform:network:Network::network"],
    cluster: ["core-platform:cluster:Cluster::cluster"],
    platform: [
        "core-platform:namespace:Namespace::platform",
        "core-platform:metrics-server:MetricsServer::metrics-server",
    ],
} as const;

const EKS_PROVIDER =
    "core-platform:cluster:Cluster$eks:index:Cluster$pulumi:providers:kubernetes::cluster-eks-eks-k8s";

/** What the move of a cluster leaves for the next up: records of the engine, no call to any cloud. */
const EKS_BOOKKEEPING = [
    "create pulumi:providers:kubernetes cluster-eks-eks-k8s",
    "update eks:index:Cluster cluster-eks",
];

/** The steps depend on each other: the parts of one platform change hands, there and back. */
describe("a part that moves to another stack (docs/parts.md)", function () {
    this.timeout(900_000);
    const sandbox = new Sandbox();
    let before_: CloudObject[];
    before(async () => {
        await sandbox.ok("up", "-s", "dvlp", "--skip-preview");
        before_ = await cloud();
    });
    after(() => sandbox.remove());

    const urn = (stack: string, component: string): string =>
        `urn:pulumi:${stack}::core-platform::${component}`;

    async function move(part: keyof typeof COMPONENTS, source: string, dest: string): Promise<void> {
        if (part === "cluster")
            await sandbox.ok("state", "delete", "-s", source, "--yes", urn(source, EKS_PROVIDER));
        const urns = COMPONENTS[part].map((component) => urn(source, component));
        await sandbox.ok("state", "move", "--source", source, "--dest", dest, "--yes", ...urns);
    }

    /** What a preview would do, but for reading stack references, which every preview does. */
    async function changesOf(stack: string): Promise<string[]> {
        const steps = stepsOf(await sandbox.preview(stack));
        return steps.filter((step) => !step.includes(" pulumi:pulumi:StackReference "));
    }

    /** Every object in the clouds, without what tells which stack made it. */
    async function cloud(): Promise<CloudObject[]> {
        const objects = await sandbox.objects();
        return objects.map(({ stack: _, urn: __, ...object }) => object as CloudObject);
    }

    async function outputs(stack: string): Promise<Record<string, unknown>> {
        return JSON.parse(await sandbox.ok("stack", "output", "-s", stack, "--json")) as Record<
            string,
            unknown
        >;
    }

    /** The message of a preview that must fail. */
    async function refusal(stack: string): Promise<string> {
        const { code, stdout } = await sandbox.run(["preview", "-s", stack]);
        assert.notEqual(code, 0);
        return stdout.replace(/\s+/g, " ");
    }

    it("is refused while both stack files deploy it", async () => {
        await initStack(sandbox, "dvlp-platform", sectionsOf(["platform"], { cluster: "dvlp" }));
        assert.match(
            await refusal("dvlp-platform"),
            /holds platform, which Pulumi.dvlp.yaml deploys as well/,
        );
    });

    it("is refused while the holder was not updated, and says so without a trace", async () => {
        writeStackFile(sandbox, "dvlp", sectionsOf(["network", "cluster"]));
        const message = await refusal("dvlp-platform");
        assert.match(message, /says that it deploys the platform itself, as this stack is about to/);
        assert.doesNotMatch(message, /serializing|node_modules/);
    });

    it("leaves nothing but a provider to forget, and nothing to do where it went", async () => {
        await move("platform", "dvlp", "dvlp-platform");
        assert.deepEqual(await changesOf("dvlp"), ["delete pulumi:providers:kubernetes cluster-kubernetes"]);
        await sandbox.ok("up", "-s", "dvlp", "--skip-preview");
        assert.deepEqual(await changesOf("dvlp-platform"), []);
        await sandbox.ok("up", "-s", "dvlp-platform", "--skip-preview");
        for (const stack of ["dvlp", "dvlp-platform"]) assert.deepEqual(await changesOf(stack), [], stack);
        assert.deepEqual(await cloud(), before_);
    });

    it("leaves the satellite with all outputs, those of its holder passed on", async () => {
        const [dvlp, satellite] = [await outputs("dvlp"), await outputs("dvlp-platform")];
        assert.deepEqual(Object.keys(satellite).sort(), OUTPUT_NAMES);
        assert.deepEqual(
            Object.keys(dvlp).sort(),
            OUTPUT_NAMES.filter((name) => name !== "platformNamespace"),
        );
        const { parts: _, ...passedOn } = dvlp;
        for (const [name, value] of Object.entries(passedOn)) assert.deepEqual(satellite[name], value, name);
        assert.deepEqual(satellite.parts, { deploys: ["platform"], holders: { cluster: "dvlp" } });
    });

    it("can be the cluster: every part is a stack then, and nothing in the cloud has changed", async () => {
        writeStackFile(sandbox, "dvlp", sectionsOf(["network"]));
        await initStack(sandbox, "dvlp-cluster", sectionsOf(["cluster"], { network: "dvlp" }));
        writeStackFile(sandbox, "dvlp-platform", sectionsOf(["platform"], { cluster: "dvlp-cluster" }));
        await move("cluster", "dvlp", "dvlp-cluster");
        assert.match(await refusal("dvlp-platform"), /was never deployed, and holds the cluster/);
        const left = await changesOf("dvlp");
        assert.ok(
            left.every((step) => step.startsWith("delete pulumi:providers:")),
            left.join("\n"),
        );
        await sandbox.ok("up", "-s", "dvlp", "--skip-preview");
        assert.deepEqual(await changesOf("dvlp-cluster"), EKS_BOOKKEEPING);
        await sandbox.ok("up", "-s", "dvlp-cluster", "--skip-preview");
        await sandbox.ok("up", "-s", "dvlp-platform", "--skip-preview");
        for (const stack of ["dvlp", "dvlp-cluster", "dvlp-platform"])
            assert.deepEqual(await changesOf(stack), [], stack);
        assert.deepEqual(await cloud(), before_);
    });

    it("refuses a holder that does not deploy the part any more", async () => {
        writeStackFile(sandbox, "dvlp-platform", sectionsOf(["platform"], { cluster: "dvlp" }));
        assert.match(
            await refusal("dvlp-platform"),
            /does not deploy the cluster; Pulumi.dvlp.yaml says network/,
        );
        writeStackFile(sandbox, "dvlp-platform", sectionsOf(["platform"], { cluster: "dvlp-cluster" }));
    });

    it("comes back: one stack again, with the very same objects", async () => {
        await move("cluster", "dvlp-cluster", "dvlp");
        await move("platform", "dvlp-platform", "dvlp");
        for (const stack of ["dvlp-platform", "dvlp-cluster"])
            await sandbox.ok("stack", "rm", stack, "--yes", "--force");
        writeStackFile(sandbox, "dvlp", dvlpSections());
        assert.deepEqual(await changesOf("dvlp"), EKS_BOOKKEEPING);
        await sandbox.ok("up", "-s", "dvlp", "--skip-preview");
        assert.deepEqual(await changesOf("dvlp"), []);
        assert.deepEqual(await cloud(), before_);
    });

    it("goes with its stack by one destroy", async () => {
        await sandbox.ok("destroy", "-s", "dvlp");
        assert.deepEqual(await sandbox.objects(), []);
    });
});
