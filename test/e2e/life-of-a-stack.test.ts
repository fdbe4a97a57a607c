import * as assert from "node:assert/strict";
import { OUTPUT_NAMES } from "../helpers/output-names";
import { Sandbox, stepsOf } from "../helpers/sandbox";

/** The steps depend on each other, as in life: a stack is built, changed, drifts, and goes. */
describe("the life of stack dvlp on the real engine", function () {
    this.timeout(600_000);
    const sandbox = new Sandbox();
    before(() => sandbox.ok("up", "-s", "dvlp"));
    after(() => sandbox.remove());

    it("ends its first up with the frozen outputs", async () => {
        const outputs = JSON.parse(await sandbox.ok("stack", "output", "-s", "dvlp", "--json")) as Record<
            string,
            unknown
        >;
        assert.deepEqual(Object.keys(outputs).sort(), OUTPUT_NAMES);
        assert.match(
            String(outputs.clusterEndpoint),
            /^https:\/\/[0-9A-F]{32}\.\w+\.eu-central-1\.eks\.amazonaws\.com$/,
        );
        assert.equal((outputs.privateSubnetIds as string[]).length, 2);
        assert.equal((outputs.natPublicIps as string[]).length, 1);
    });

    it("has nothing to do the second time", async () => {
        assert.deepEqual(stepsOf(await sandbox.preview("dvlp")), []);
    });

    it("holds no token and no secret in its state", async () => {
        const state = await sandbox.ok("stack", "export", "-s", "dvlp", "--show-secrets");
        assert.doesNotMatch(state, /"plaintext"|k8s-aws-v1\./);
    });

    it("makes nobody admin because of who ran the first up", async () => {
        const entries = (await sandbox.objects("dvlp")).filter(
            ({ type }) => type === "aws:eks/accessEntry:AccessEntry",
        );
        const standard = entries
            .filter(({ properties }) => properties.type === "STANDARD")
            .map(({ properties }) => properties.principalArn);
        assert.deepEqual(standard.sort(), [
            "arn:aws:iam::111122223333:role/core-platform-break-glass",
            "arn:aws:iam::111122223333:role/core-platform-deployer",
            "arn:aws:iam::111122223333:role/core-platform-engineer",
        ]);
    });

    it("updates one resource in place for a change that can be", async () => {
        await sandbox.configure("dvlp", "network.flowLogRetentionDays", "30");
        assert.deepEqual(stepsOf(await sandbox.preview("dvlp")), [
            "update aws:cloudwatch/logGroup:LogGroup network-flow-logs-group",
        ]);
        await sandbox.ok("up", "-s", "dvlp", "--skip-preview");
        assert.deepEqual(stepsOf(await sandbox.preview("dvlp")), []);
    });

    it("rolls the nodes in place on a new launch template version", async () => {
        await sandbox.configure("dvlp", "cluster.nodeGroups.system.diskSizeGiB", "80");
        assert.deepEqual(stepsOf(await sandbox.preview("dvlp")), [
            "update aws:ec2/launchTemplate:LaunchTemplate cluster-system-template",
            "update aws:eks/nodeGroup:NodeGroup cluster-system-nodes",
        ]);
        await sandbox.ok("up", "-s", "dvlp", "--skip-preview");
    });

    it("replaces the node group for a change that can't be made in place, new nodes first", async () => {
        await sandbox.configure("dvlp", "cluster.nodeGroups.system.instanceTypes[0]", "m7g.xlarge");
        const steps = await sandbox.preview("dvlp");
        assert.deepEqual(stepsOf(steps), ["replace aws:eks/nodeGroup:NodeGroup cluster-system-nodes"]);
        assert.deepEqual(steps[0].replaceReasons, ["instanceTypes"]);
        const output = await sandbox.ok("up", "-s", "dvlp", "--skip-preview");
        assert.match(
            output,
            /cluster-system-nodes created replacement[\s\S]*cluster-system-nodes deleting original/,
        );
        assert.deepEqual(stepsOf(await sandbox.preview("dvlp")), []);
    });

    it("adds a zone without moving what is there", async () => {
        await sandbox.configure("dvlp", "network.zones[2]", "c");
        const steps = stepsOf(await sandbox.preview("dvlp"));
        assert.ok(steps.includes("create aws:ec2/subnet:Subnet network-private-c-subnet"), steps.join("\n"));
        const network = steps.filter((step) => step.includes(" network-") && !step.startsWith("create "));
        assert.deepEqual(network, ["update aws:ec2/vpcEndpoint:VpcEndpoint network-endpoints-s3"]);
        // EKS takes new subnets for the control plane in place, and for nodes by a new group beside the old one.
        assert.deepEqual(
            steps.filter((step) => step.startsWith("replace ")),
            ["replace aws:eks/nodeGroup:NodeGroup cluster-system-nodes"],
        );
        assert.ok(steps.includes("update aws:eks/cluster:Cluster cluster-eks-eksCluster"), steps.join("\n"));
        await sandbox.ok("config", "rm", "-s", "dvlp", "--path", "core-platform:network.zones[2]");
    });

    it("sees what was changed by hand, and puts it back", async () => {
        const group = (await sandbox.objects("dvlp")).find(({ urn }) =>
            urn?.endsWith("::network-flow-logs-group"),
        );
        assert.ok(group);
        assert.equal((await sandbox.cloud(["edit", group.id, "retentionInDays=1"])).code, 0);
        await sandbox.ok("refresh", "-s", "dvlp");
        assert.deepEqual(stepsOf(await sandbox.preview("dvlp")), [
            "update aws:cloudwatch/logGroup:LogGroup network-flow-logs-group",
        ]);
        await sandbox.ok("up", "-s", "dvlp", "--skip-preview");
        const [after] = (await sandbox.objects("dvlp")).filter(({ id }) => id === group.id);
        assert.equal(after.properties.retentionInDays, 30);
    });

    it("replaces nothing on the cluster when its endpoint and certificate change", async () => {
        const { code } = await sandbox.cloud([
            "edit",
            "cluster-eks-eksCluster",
            "endpoint=https://moved.example",
            "certificateAuthority.data=bW92ZWQ=",
            "--force",
        ]);
        assert.equal(code, 0);
        await sandbox.ok("refresh", "-s", "dvlp", "--target", "**cluster-eks-eksCluster");
        const replaced = (await sandbox.preview("dvlp")).filter(
            ({ op }) => op !== "update" && op !== "refresh",
        );
        assert.deepEqual(stepsOf(replaced), []);
        await sandbox.ok("up", "-s", "dvlp", "--skip-preview");
    });

    it("goes by one destroy, which leaves nothing behind", async () => {
        await sandbox.ok("destroy", "-s", "dvlp");
        assert.deepEqual(await sandbox.objects("dvlp"), []);
        assert.deepEqual(await sandbox.state("dvlp"), []);
    });
});
