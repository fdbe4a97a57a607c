import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { ENVIRONMENTS } from "../../environments";
import { Sandbox } from "../helpers/sandbox";
import { initStack, sectionsOf, writeStackFile } from "../helpers/stack-file";
import { goldenGraph, heldBy, type GoldenResource } from "./graph";

const UPDATE = "(npm test -- --update-golden writes it anew)";

function assertGolden(name: string, graph: GoldenResource[]): void {
    const file = path.join(__dirname, `${name}.json`);
    if (process.env.UPDATE_GOLDEN === "1") fs.writeFileSync(file, JSON.stringify(graph, null, 2) + "\n");
    assert.deepEqual(graph, JSON.parse(fs.readFileSync(file, "utf8")));
}

describe("the golden resource graph", function () {
    this.timeout(300_000);
    const sandbox = new Sandbox();
    after(() => sandbox.remove());

    for (const environment of ENVIRONMENTS) {
        it(`of ${environment} is what the program makes ${UPDATE}`, async () => {
            assertGolden(environment, goldenGraph(await sandbox.preview(environment)));
        });
    }
});

/** Each is built on what the one before has deployed. */
describe("the golden resource graph of a stack with one part", function () {
    this.timeout(600_000);
    const sandbox = new Sandbox();
    after(() => sandbox.remove());
    const heldIn = async (stack: string): Promise<Map<string, string>> => {
        await sandbox.ok("up", "-s", stack, "--skip-preview");
        return heldBy(stack, JSON.parse(await sandbox.ok("stack", "output", "-s", stack, "--json")));
    };

    it(`is, for dvlp with the network alone, what the program makes ${UPDATE}`, async () => {
        await sandbox.ok("stack", "ls");
        writeStackFile(sandbox, "dvlp", sectionsOf(["network"]));
        assertGolden("parts-network", goldenGraph(await sandbox.preview("dvlp")));
    });

    it(`is, for dvlp-cluster, what the program makes ${UPDATE}`, async () => {
        const held = await heldIn("dvlp");
        await initStack(sandbox, "dvlp-cluster", sectionsOf(["cluster"], { network: "dvlp" }));
        assertGolden("parts-cluster", goldenGraph(await sandbox.preview("dvlp-cluster"), held));
    });

    it(`is, for the satellite dvlp-platform, what the program makes ${UPDATE}`, async () => {
        const held = await heldIn("dvlp-cluster");
        await initStack(sandbox, "dvlp-platform", sectionsOf(["platform"], { cluster: "dvlp-cluster" }));
        assertGolden("parts-platform", goldenGraph(await sandbox.preview("dvlp-platform"), held));
    });

    it(`is, on a local cluster, what the program makes ${UPDATE}`, async () => {
        assert.equal((await sandbox.cloud(["kind", "create", "dev"])).code, 0);
        await initStack(sandbox, "dvlp-local", {
            owner: "platform-team",
            cluster: { existing: { context: "kind-dev" } },
            services: { metricsServer: true },
        });
        const held = new Map([[path.join(sandbox.folder, "kubeconfig"), "<the sandbox's kubeconfig>"]]);
        assertGolden("existing-cluster", goldenGraph(await sandbox.preview("dvlp-local"), held));
    });
});
