import * as assert from "node:assert/strict";
import type { Deployment, Operation, Resource } from "../../recovery/deployment";
import { planRecovery, type Orphan } from "../../recovery/plan";

const VPC = "aws:ec2/vpc:Vpc";
const urn = (name: string): string => `urn:pulumi:dvlp::core-platform::${VPC}::${name}`;

function resource(name: string, changes: Partial<Resource> = {}): Resource {
    return { urn: urn(name), type: VPC, custom: true, inputs: { cidrBlock: name }, ...changes };
}

const creating = (name: string, changes: Partial<Resource> = {}): Operation => ({
    type: "creating",
    resource: resource(name, changes),
});

const orphan = (name: string, id: string): Orphan => ({ urn: urn(name), type: VPC, id });

describe("the plan of a recovery", () => {
    it("makes a resource of a pending create whose object stands in the cloud, with the inputs it was made with", () => {
        const before: Deployment = {
            manifest: { time: "now" },
            resources: [resource("a", { id: "vpc-a" })],
            pending_operations: [creating("b")],
        };
        const found = orphan("b", "vpc-b");
        const plan = planRecovery(before, [found]);
        assert.deepEqual(plan.adopted, [found]);
        assert.deepEqual(plan.orphans, []);
        assert.deepEqual(plan.deployment, {
            manifest: { time: "now" },
            resources: [resource("a", { id: "vpc-a" }), resource("b", { id: "vpc-b" })],
            pending_operations: [],
        });
        assert.equal(before.pending_operations?.length, 1);
    });

    it("forgets a pending create that made nothing", () => {
        const plan = planRecovery({ pending_operations: [creating("b")] }, []);
        assert.deepEqual(plan.forgotten, [urn("b")]);
        assert.deepEqual(plan.deployment, { resources: [], pending_operations: [] });
    });

    it("leaves what no pending create accounts for to somebody", () => {
        const lost = orphan("c", "vpc-c");
        const plan = planRecovery({ resources: [resource("a")] }, [lost]);
        assert.deepEqual(plan.orphans, [lost]);
        assert.deepEqual(plan.deployment.resources, [resource("a")]);
    });

    it("adopts one of several objects, the one whose id the state knows, and names the others", () => {
        const [first, second] = [orphan("b", "vpc-1"), orphan("b", "vpc-2")];
        const plan = planRecovery({ pending_operations: [creating("b", { id: "vpc-2" })] }, [first, second]);
        assert.deepEqual([plan.adopted, plan.orphans], [[second], [first]]);
    });

    it("turns the old one of a replacement over to the next update", () => {
        const old = resource("a", { id: "vpc-old" });
        const plan = planRecovery({ resources: [old], pending_operations: [creating("a")] }, [
            orphan("a", "vpc-new"),
        ]);
        assert.deepEqual(plan.deployment.resources, [
            { ...old, delete: true },
            resource("a", { id: "vpc-new" }),
        ]);
    });

    it("keeps other pending operations: a refresh looks at them", () => {
        const deleting: Operation = { type: "deleting", resource: resource("a", { id: "vpc-a" }) };
        const { deployment } = planRecovery({ pending_operations: [deleting] }, []);
        assert.deepEqual(deployment.pending_operations, [deleting]);
    });
});
