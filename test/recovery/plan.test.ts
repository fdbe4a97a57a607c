import * as assert from "node:assert/strict";
import type { Deployment, Operation, Resource } from "../../recovery/deployment";
import { planRecovery, type Knowledge, type Orphan } from "../../recovery/plan";

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

/** The sandbox knows all that stands in its cloud. */
const seen = (...orphans: Orphan[]): Knowledge => ({ orphans, complete: true, nothing: [] });

/** On AWS only what somebody says is known. */
const said = (orphans: Orphan[], ...nothing: string[]): Knowledge => ({ orphans, complete: false, nothing });

describe("the plan of a recovery", () => {
    it("makes a resource of a pending create whose object stands in the cloud, with the inputs it was made with", () => {
        const before: Deployment = {
            manifest: { time: "now" },
            resources: [resource("a", { id: "vpc-a" })],
            pending_operations: [creating("b")],
        };
        const found = orphan("b", "vpc-b");
        const plan = planRecovery(before, seen(found));
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
        const plan = planRecovery({ pending_operations: [creating("b")] }, seen());
        assert.deepEqual(plan.forgotten, [urn("b")]);
        assert.deepEqual(plan.deployment, { resources: [], pending_operations: [] });
    });

    it("leaves what no pending create accounts for to somebody", () => {
        const lost = orphan("c", "vpc-c");
        const plan = planRecovery({ resources: [resource("a")] }, seen(lost));
        assert.deepEqual(plan.orphans, [lost]);
        assert.deepEqual(plan.deployment.resources, [resource("a")]);
    });

    it("adopts one of several objects, the one whose id the state knows, and names the others", () => {
        const [first, second] = [orphan("b", "vpc-1"), orphan("b", "vpc-2")];
        const plan = planRecovery(
            { pending_operations: [creating("b", { id: "vpc-2" })] },
            seen(first, second),
        );
        assert.deepEqual([plan.adopted, plan.orphans], [[second], [first]]);
    });

    it("lets nobody who is in use go because of a note: what was made besides is an orphan", () => {
        const inUse = resource("a", { id: "vpc-in-use" });
        const besides = orphan("a", "vpc-besides");
        const before = { resources: [inUse], pending_operations: [creating("a")] };
        const plan = planRecovery(before, seen(besides));
        assert.deepEqual([plan.adopted, plan.forgotten, plan.orphans], [[], [urn("a")], [besides]]);
        assert.deepEqual(plan.deployment, { resources: [inUse], pending_operations: [] });
        const unseen = planRecovery(before, { orphans: [], complete: false, nothing: [] });
        assert.deepEqual([unseen.unknown, unseen.forgotten], [[], [urn("a")]]);
    });

    it("keeps the old one of a replacement that is to be deleted already", () => {
        const old = resource("a", { id: "vpc-old", delete: true });
        const plan = planRecovery(
            { resources: [old], pending_operations: [creating("a")] },
            seen(orphan("a", "vpc-new")),
        );
        assert.deepEqual(plan.deployment.resources, [old, resource("a", { id: "vpc-new" })]);
    });

    it("adopts once what two notes of one resource tell of", () => {
        const pending_operations = [creating("a"), creating("a", { id: "vpc-2" })];
        const [first, second] = [orphan("a", "vpc-1"), orphan("a", "vpc-2")];
        const plan = planRecovery({ resources: [], pending_operations }, seen(first, second));
        assert.deepEqual([plan.adopted, plan.orphans], [[second], [first]]);
        assert.deepEqual(plan.deployment.resources, [resource("a", { id: "vpc-2" })]);
    });

    it("drops an old one that was deleted already: the next update would delete what was made", () => {
        const old = resource("a", { id: "platform", pendingReplacement: true });
        const next = resource("b", { id: "vpc-b", dependencies: [urn("a")] });
        const plan = planRecovery(
            { resources: [old, next], pending_operations: [creating("a")] },
            seen(orphan("a", "vpc-new")),
        );
        assert.deepEqual(plan.deployment.resources, [resource("a", { id: "vpc-new" }), next]);
    });

    it("drops an old one that is the object that was made", () => {
        const old = resource("a", { id: "platform" });
        const plan = planRecovery(
            { resources: [old, { ...old, delete: true }], pending_operations: [creating("a")] },
            seen(orphan("a", "platform")),
        );
        assert.deepEqual(plan.deployment.resources, [old]);
    });

    it("keeps a pending create of which nobody says what it made, where not all is known", () => {
        const operations = ["a", "b", "c"].map((name) => creating(name));
        const plan = planRecovery({ pending_operations: operations }, said([orphan("a", "vpc-a")], urn("b")));
        assert.deepEqual(plan.adopted, [orphan("a", "vpc-a")]);
        assert.deepEqual(plan.forgotten, [urn("b")]);
        assert.deepEqual(plan.unknown, [urn("c")]);
        assert.deepEqual(plan.deployment.pending_operations, [creating("c")]);
    });

    it("forgets the create of a provider, which stands in no cloud", () => {
        const plan = planRecovery(
            { pending_operations: [creating("aws", { type: "pulumi:providers:aws" })] },
            said([]),
        );
        assert.deepEqual([plan.forgotten, plan.unknown], [[urn("aws")], []]);
    });

    it("leaves an object of which somebody says that a pending create did not make it", () => {
        const [operation, other] = [creating("a"), orphan("a", "vpc-1")];
        const plan = planRecovery(
            { pending_operations: [operation] },
            { ...seen(other), nothing: [urn("a")] },
        );
        assert.deepEqual([plan.adopted, plan.forgotten, plan.orphans], [[], [urn("a")], [other]]);
    });

    it("names other pending operations: writing the state takes their notes away", () => {
        const deleting: Operation = { type: "deleting", resource: resource("a", { id: "vpc-a" }) };
        const plan = planRecovery({ pending_operations: [deleting, creating("b")] }, seen());
        assert.deepEqual(plan.others, [{ type: "deleting", urn: urn("a") }]);
        assert.deepEqual(plan.forgotten, [urn("b")]);
    });

    it("names what has to be read: the adopted, and what an earlier recovery could not read", () => {
        const id = "some";
        const plan = planRecovery(
            {
                resources: [
                    resource("read", { id, outputs: { id } }),
                    resource("unread", { id }),
                    resource("old", { id, delete: true }),
                    resource("gone", { id, pendingReplacement: true }),
                    resource("provider", { id, type: "pulumi:providers:aws" }),
                    resource("component", { custom: false }),
                ],
                pending_operations: [creating("made", { outputs: { id } })],
            },
            seen(orphan("made", "vpc-1")),
        );
        assert.deepEqual(plan.unread, [urn("unread"), urn("made")]);
    });
});
