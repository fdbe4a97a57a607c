import * as assert from "node:assert/strict";
import { Sandbox, stepsOf } from "../helpers/sandbox";

/** As docs/aws.md has it: nobody reaches a private endpoint before the network that it is in exists. */
const CLOUD_HALF = ["--exclude", "**$kubernetes:**"];

const ON_THE_CLUSTER = [
    "create kubernetes:core/v1:Namespace platform-namespace",
    "create kubernetes:helm.sh/v3:Release metrics-server-release",
];

describe("the first up of a stack with a private endpoint alone", function () {
    this.timeout(600_000);
    const sandbox = new Sandbox();
    before(() => sandbox.ok("up", "-s", "pprd", "--skip-preview", ...CLOUD_HALF));
    after(() => sandbox.remove());

    const typesOf = async (): Promise<string[]> => (await sandbox.state("pprd")).map(({ type }) => type);

    it("makes the cloud half from anywhere, and no Kubernetes object", async () => {
        const types = await typesOf();
        for (const type of ["aws:eks/nodeGroup:NodeGroup", "pulumi:providers:kubernetes"])
            assert.ok(types.includes(type), type);
        assert.deepEqual(
            types.filter((type) => type.startsWith("kubernetes:")),
            [],
        );
    });

    it("has opened the endpoint to the networks of the configuration by then", async () => {
        const rules = (await sandbox.objects("pprd"))
            .filter(({ urn }) => urn?.includes("::cluster-endpoint-access-"))
            .map(({ properties }) => [properties.cidrIpv4, properties.fromPort, properties.toPort]);
        assert.deepEqual(rules, [["10.8.0.0/16", 443, 443]]);
    });

    it("has nothing more to do in the cloud half", async () => {
        assert.deepEqual(stepsOf(await sandbox.preview("pprd", ...CLOUD_HALF)), []);
    });

    it("leaves Kubernetes objects alone to the full up, from a network that reaches the endpoint", async () => {
        assert.deepEqual(stepsOf(await sandbox.preview("pprd")), ON_THE_CLUSTER);
        await sandbox.ok("up", "-s", "pprd", "--skip-preview");
        assert.deepEqual(
            (await typesOf()).filter((type) => type.startsWith("kubernetes:")).sort(),
            ON_THE_CLUSTER.map((step) => step.split(" ")[1]),
        );
    });

    it("is done then: a preview has no steps", async () => {
        assert.deepEqual(stepsOf(await sandbox.preview("pprd")), []);
    });

    it("can be undone as a whole: a destroy leaves nothing, the rules of the endpoint included", async () => {
        await sandbox.ok("destroy", "-s", "pprd");
        assert.deepEqual(await sandbox.objects("pprd"), []);
    });
});
