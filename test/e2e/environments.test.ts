import * as assert from "node:assert/strict";
import { Sandbox, stepsOf, type ResourceState } from "../helpers/sandbox";

describe("pprd and prod, side by side in one sandbox", function () {
    this.timeout(900_000);
    const sandbox = new Sandbox();
    before(async () => {
        await Promise.all(["pprd", "prod"].map((stack) => sandbox.ok("up", "-s", stack, "--skip-preview")));
    });
    after(() => sandbox.remove());

    it("have nothing to do the second time", async () => {
        for (const stack of ["pprd", "prod"])
            assert.deepEqual(stepsOf(await sandbox.preview(stack)), [], stack);
    });

    it("stand in accounts of their own", async () => {
        const objects = await sandbox.objects();
        const owners = (stack: string): unknown[] => [
            ...new Set(
                objects
                    .filter((object) => object.stack === stack && object.properties.ownerId)
                    .map(({ properties }) => properties.ownerId),
            ),
        ];
        assert.deepEqual([owners("pprd"), owners("prod")], [["444455556666"], ["777788889999"]]);
    });

    it("have a NAT gateway in each zone, a private endpoint alone, and endpoints for images and tokens", async () => {
        for (const stack of ["pprd", "prod"]) {
            const state = await sandbox.state(stack);
            assert.equal(ofType(state, "aws:ec2/natGateway:NatGateway").length, 3, stack);
            const [cluster] = ofType(state, "aws:eks/cluster:Cluster");
            const vpcConfig = cluster.inputs?.vpcConfig as Record<string, unknown>;
            assert.deepEqual(
                [vpcConfig.endpointPrivateAccess, vpcConfig.endpointPublicAccess],
                [true, false],
                stack,
            );
            const services = ofType(state, "aws:ec2/vpcEndpoint:VpcEndpoint").map(
                ({ inputs }) => String(inputs?.serviceName).split("eu-central-1.")[1],
            );
            assert.deepEqual(services.sort(), ["ecr.api", "ecr.dkr", "s3", "sts"], stack);
        }
    });

    it("differ in protection: the preview of a destroy stops for prod, and nothing is lost", async () => {
        const before = (await sandbox.objects("prod")).length;
        const { code, stdout } = await sandbox.run(["destroy", "-s", "prod"]);
        assert.notEqual(code, 0);
        assert.match(stdout, /protected/);
        assert.equal((await sandbox.objects("prod")).length, before);
    });

    it("lose nothing of prod's when pprd is destroyed", async () => {
        const before = await sandbox.objects("prod");
        await sandbox.ok("destroy", "-s", "pprd");
        assert.deepEqual(await sandbox.objects("pprd"), []);
        assert.deepEqual(await sandbox.objects("prod"), before);
    });

    it("never go up two minor versions at once: the preview stops", async () => {
        const edit = ["edit", "--stack", "prod", "cluster-eks-eksCluster", 'version="1.33"'];
        assert.match((await sandbox.cloud(edit)).stderr, /Unsupported Kubernetes minor version update/);
        assert.equal((await sandbox.cloud([...edit, "--force"])).code, 0);
        const { code, stdout } = await sandbox.run(["preview", "-s", "prod"]);
        assert.notEqual(code, 0);
        assert.match(stdout, /skips a minor version: the cluster runs 1\.33/);
    });
});

function ofType(state: readonly ResourceState[], type: string): ResourceState[] {
    return state.filter((resource) => resource.type === type);
}
