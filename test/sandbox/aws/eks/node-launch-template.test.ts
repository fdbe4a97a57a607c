import * as assert from "node:assert/strict";
import { nodeGroupRefusals } from "../../../../sandbox/aws/eks/node-group-refusals";
import { nodeTemplate } from "../../../../sandbox/aws/eks/node-launch-template";
import { PretendedCloud } from "../../pretended-cloud";
import { callIn } from "../call";

const TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";

describe("a node group's launch template", () => {
    let cloud: PretendedCloud;
    beforeEach(() => (cloud = new PretendedCloud()));
    afterEach(() => cloud.remove());

    it("is read as EC2's fake leaves it, each version with its own settings", async () => {
        const before = { name: "nodes", instanceType: "m7g.large" };
        const made = await cloud.create(TEMPLATE, "nodes", before);
        await cloud.update(made, before, { name: "nodes", instanceType: "m7g.xlarge" });
        const typeOf = (version: string): string | undefined => {
            const launchTemplate = { id: made.id, version };
            return nodeTemplate({ launchTemplate }, callIn(cloud, nodeGroupRefusals))?.instanceType;
        };
        assert.equal(typeOf("1"), "m7g.large");
        assert.equal(typeOf("2"), "m7g.xlarge");
        assert.equal(typeOf("$Latest"), "m7g.xlarge");
        assert.equal(typeOf("$Default"), "m7g.large");
        assert.throws(() => typeOf("3"), /Could not find the specified version 3/);
    });

    it("need not be there", () => {
        assert.equal(nodeTemplate({}, callIn(cloud)), undefined);
    });
});
